import { answerCrawler } from './crawlers.ts';
import { failPage } from './fail-page.ts';
import { refuseMethod } from './refuse-method.ts';
import { withSecurityHeaders } from './security-headers.ts';

export default {
  async fetch(request, env, ctx) {
    return withSecurityHeaders(await answer(request, env, ctx));
  },
} satisfies ExportedHandler<EdgeEnv>;

// Each face is loaded when it is first asked for: a module that throws while loading breaks only its own face.
async function answer(request: Request, env: EdgeEnv, ctx: ExecutionContext): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/api/') || pathname === '/healthz') {
    return (await import('./api.ts')).api.fetch(request, env, ctx);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request);
  try {
    return await answerPage(request, env, ctx);
  } catch (error) {
    return failPage(request, error);
  }
}

async function answerPage(
  request: Request,
  env: EdgeEnv,
  ctx: ExecutionContext,
): Promise<Response> {
  // A page that is kept is served without importing what renders it.
  const render = async (page: Request) => (await import('./render.ts')).render(page, env, ctx);
  const url = new URL(request.url);
  if (url.pathname !== '/') return answerCrawler(url) ?? render(request);
  const { statusPage } = await import('./status-page.ts');
  const waitUntil = (promise: Promise<unknown>) => ctx.waitUntil(promise);
  return statusPage(request, { kv: env.STATUS_KV, nowMs: Date.now(), render, waitUntil });
}
