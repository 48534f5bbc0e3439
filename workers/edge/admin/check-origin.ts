import { Refusal } from './refusal.ts';

/**
 * Lets through what a page of ours sends and a foreign page cannot: JSON with a header of our own, from this origin.
 * A question may also come as a form. Throws a Refusal for all else.
 */
export function checkOrigin(request: Request, takesForm = false): void {
  const { method, headers } = request;
  const isRead = method === 'GET' || method === 'HEAD';
  const { origin } = new URL(request.url);
  const from = headers.get('origin');
  // A browser names no origin when a page reads from its own.
  const isOurs = from === origin || (isRead && from === null);
  const isHere = headers.get('sec-fetch-site') === 'same-origin';
  if (!isOurs || !isHere || headers.get('x-pharos') !== '1') {
    throw new Refusal('FORBIDDEN', 'Only pages of this site may ask this');
  }
  if (!isRead && !takesForm && !isJson(headers.get('content-type'))) {
    throw new Refusal('NOT_JSON', 'The request must be JSON: content-type application/json');
  }
}

export function isJson(contentType: string | null): boolean {
  return /^application\/json(; ?charset=utf-8)?$/i.test(contentType ?? '');
}
