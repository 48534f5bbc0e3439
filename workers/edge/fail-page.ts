import { requestIdOf } from '../shared/envelope.ts';

/** The page when the page cannot be made: it says so and claims nothing about the services. */
export function failPage(request: Request, error: unknown): Response {
  const requestId = requestIdOf(request);
  const seen = error instanceof Error ? error.stack : String(error);
  console.error(`Cannot make the page ${new URL(request.url).pathname} (${requestId}): ${seen}`);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Status unknown</title>
<h1>We can’t show the status right now</h1>
<p>This page failed; that says nothing about the services. Try again in a minute. Request ${requestId}</p></html>`;
  return new Response(html, {
    status: 500,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': '60',
    },
  });
}
