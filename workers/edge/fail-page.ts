import { requestIdOf } from '../shared/envelope.ts';
import { PublicationUnavailable } from '../shared/publication.ts';
import { hashSource } from './hash-source.ts';

const STYLE = `:root{color-scheme:light dark;font:100%/1.5 system-ui,sans-serif}
body{max-width:40rem;margin:auto;padding:12vh 1.5rem}
h1{font-size:2rem;line-height:1.15;letter-spacing:-.02em}
h1::before{content:"";display:block;width:2rem;height:2rem;margin-bottom:1.5rem;border:.2rem dashed;border-radius:50%}
p{max-width:34em}small{opacity:.75}`;

/** The page when there is no page: it says what is not known, and claims nothing about the services. */
export async function failPage(request: Request, error: unknown): Promise<Response> {
  const requestId = requestIdOf(request);
  const seen = error instanceof Error ? error.stack : String(error);
  console.error(`Cannot make the page ${new URL(request.url).pathname} (${requestId}): ${seen}`);
  const isUnread = error instanceof PublicationUnavailable;
  const why = isUnread ? 'Our own store gives no answer' : 'This page failed';
  const html = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Status unknown</title><style>${STYLE}</style>
<main><h1>We can’t tell the status right now</h1>
<p>${why}. That says nothing about the services: they may be fine, or not. This page looks again by itself.</p>
<small>Request ${requestId}</small></main></html>`;
  return new Response(html, {
    status: isUnread ? 503 : 500,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src '${await hashSource(STYLE)}'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      refresh: '15',
      'retry-after': '15',
    },
  });
}
