import { answerCrawler } from './crawlers.ts';
import { failPage } from './fail-page.ts';
import { refuseMethod } from './refuse-method.ts';
import { hasSecurityHeaders, withSecurityHeaders } from './security-headers.ts';
import { statusPage } from './status-page.ts';

export default {
  async fetch(request, env, ctx) {
    const response = await answer(request, env, ctx);
    // A page that was kept was kept with them.
    return hasSecurityHeaders(response) ? response : withSecurityHeaders(response);
  },
} satisfies ExportedHandler<EdgeEnv>;

// The API and what renders pages are loaded when they are first needed: a kept page waits for neither, and a module
// that throws while loading breaks only its own face.
async function answer(request: Request, env: EdgeEnv, ctx: ExecutionContext): Promise<Response> {
  const url = new URL(request.url);
  if (/^\/(api\/|prometheus\/|healthz$)/.test(url.pathname)) {
    return (await import('./api.ts')).api.fetch(request, env, ctx);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request);
  const render = async (page: Request) => (await import('./render.ts')).render(page, env, ctx);
  try {
    if (url.pathname !== '/') return answerCrawler(url) ?? (await render(request));
    const waitUntil = (promise: Promise<unknown>) => ctx.waitUntil(promise);
    const { origin } = url;
    return await statusPage(request, {
      kv: env.STATUS_KV,
      nowMs: Date.now(),
      origin,
      render,
      waitUntil,
    });
  } catch (error) {
    return failPage(request, error);
  }
}
