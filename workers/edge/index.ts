import { failPage } from './fail-page.ts';
import { refuseMethod } from './refuse-method.ts';

// Each face is loaded when it is first asked for: a module that throws while loading breaks only its own face.
export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/') || pathname === '/healthz') {
      return (await import('./api.ts')).api.fetch(request, env, ctx);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(request);
    try {
      return await (await import('@astrojs/cloudflare/handler')).handle(request, env, ctx);
    } catch (error) {
      return failPage(request, error);
    }
  },
} satisfies ExportedHandler<EdgeEnv>;
