import { json, serve, type Answer, type Server } from '../serve.ts';
import { adminLink, type Issuer } from './issuer.ts';

/** The issuer alone, for when a foreign origin is watched: it gives no tokens for Pharos. */
export function startIssuer(issuer: Issuer, loginUrl: string): Promise<Server> {
  return serve({
    name: 'the issuer',
    async handler({ url }) {
      if (url === JWKS_PATH) return answerJwks(issuer);
      if (url === LINK_PATH) return answerLink(issuer, loginUrl);
      return json(404, { message: 'Not found' });
    },
  });
}

export const JWKS_PATH = '/.well-known/jwks.json';
export const LINK_PATH = '/admin-link';

export async function answerJwks(issuer: Issuer): Promise<Answer> {
  return json(200, await issuer.readJwks());
}

/** Leads a browser to the admin pages, signed in. */
export async function answerLink(issuer: Issuer, loginUrl: string): Promise<Answer> {
  const location = await adminLink(issuer, loginUrl);
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: '' };
}
