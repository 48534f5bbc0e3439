import { handle } from '@astrojs/cloudflare/handler';

/** A page by Astro. Throws where Astro gives up. */
export async function render(
  request: Request,
  env: EdgeEnv,
  ctx: ExecutionContext,
): Promise<Response> {
  const response = await handle(request, env, ctx);
  if (response.status === 500) throw new Error('The page ended with status 500');
  return response;
}
