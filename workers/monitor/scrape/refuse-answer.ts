/** An answer that is no exposition before its first line is read. */
export class RefusedAnswer extends Error {}

/** What never holds metrics, whatever stands in it. */
const FOREIGN = /^(?:text\/html|application\/(?:xhtml\+xml|json|problem\+json)|image\/)/i;

/** Throws a RefusedAnswer for a status or a type that no exposition comes with; what is left of the body is let go. */
export async function refuseAnswer(response: Response, hasToken: boolean): Promise<void> {
  const reason = findReason(response, hasToken);
  if (reason === null) return;
  await response.body?.cancel();
  throw new RefusedAnswer(reason);
}

function findReason({ status, ok, headers }: Response, hasToken: boolean): string | null {
  if (status === 401 || status === 403) {
    return `status ${status}: ${hasToken ? 'check' : 'set'} ORIGIN_TOKEN`;
  }
  if (!ok || status === 204) return `status ${status}`;
  const type = headers.get('content-type') ?? '';
  return FOREIGN.test(type) ? `content type ${type.slice(0, 60)}, not metrics` : null;
}
