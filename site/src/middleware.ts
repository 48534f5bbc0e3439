import { defineMiddleware } from 'astro:middleware';

/**
 * Leads whoever has not signed in to the login page. What pages show comes from the API, which looks for itself. The
 * pattern is that of the page that will be rendered, however its address was written.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  const { routePattern, request, url } = context;
  if (!isAdmin(routePattern)) return next();
  // The public page needs nothing of this.
  const { readSession } = await import('./lib/bindings.ts');
  const session = await readSession(request.headers.get('cookie'), Date.now());
  if (session !== null) context.locals.session = session;
  const isOpen = session !== null || routePattern === '/admin/login';
  const here = encodeURIComponent(url.pathname + url.search);
  const response = isOpen ? await next() : context.redirect(`/admin/login?next=${here}`, 303);
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
});

function isAdmin(pattern: string): boolean {
  return pattern === '/admin' || pattern.startsWith('/admin/');
}
