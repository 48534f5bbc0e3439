import { createHash } from 'node:crypto';
import { asRole } from '../../db/as-role.ts';
import { ROLES } from '../../db/grants.ts';
import type { StackOptions } from './options.ts';
import { ISSUER } from './origin/issuer.ts';

/** Where the parts of the stack are. */
export type Addresses = {
  postgres: string;
  upstash: string;
  devOrigin: string;
  stripe: string;
  relay: string;
  s3: string;
  neutral: readonly string[];
  /** Where the keys are that admin links are signed with. */
  jwks: string;
};

/** Local secrets: they open nothing but this stack. */
export const LOCAL = {
  upstashToken: 'local',
  originToken: 'local-origin-token',
  stripeKey: 'rk_test_local',
  relayKey: 're_local',
  sessionSecret: 'local-session-secret-that-seals-nothing-else',
  breakGlass: 'local-break-glass',
  s3: { bucket: 'media', accessKeyId: 'local', secretAccessKey: 'local-secret' },
};

/**
 * The variables that the stack gives to the Workers; the user's own win, those of a third party all together. A
 * foreign origin gets no stand-ins of third parties: what they say would not be true of it.
 */
export function workerEnv(options: StackOptions, at: Addresses): Record<string, string> {
  const { foreignOrigin, slotSec, variables } = options;
  const own = {
    SLOT_SEC: String(slotSec),
    PUBLISH_EVERY_SEC: String(2 * slotSec),
    ...(foreignOrigin === null ? devOrigin(at) : asForeign(foreignOrigin)),
  };
  const given = Object.entries(own).map(([name, value]) => [name, variables[name] ?? value]);
  return {
    ...Object.fromEntries(given),
    ...signIn(at, variables),
    DATABASE_URL: asRole(at.postgres, ROLES.monitor),
    UPSTASH_REDIS_REST_URL: at.upstash,
    UPSTASH_REDIS_REST_TOKEN: LOCAL.upstashToken,
    NEUTRAL_URLS: at.neutral.join(','),
    ...(foreignOrigin === null && standIns(at, variables)),
  };
}

/** What is another for the edge: its own role in the database. */
export function edgeEnv({ postgres }: Pick<Addresses, 'postgres'>): Record<string, string> {
  return { DATABASE_URL: asRole(postgres, ROLES.edge) };
}

// A way in that the user has set is theirs alone.
function signIn({ jwks }: Addresses, variables: Record<string, string>): Record<string, string> {
  const { sessionSecret, breakGlass } = LOCAL;
  const breakGlassHash = createHash('sha256').update(breakGlass).digest('hex');
  return {
    SESSION_SECRET: variables['SESSION_SECRET'] ?? sessionSecret,
    BREAK_GLASS_HASH: variables['BREAK_GLASS_HASH'] ?? breakGlassHash,
    ...(!('AUTH_MODE' in variables) && {
      AUTH_MODE: 'jwks',
      AUTH_JWKS_URL: jwks,
      AUTH_ALGORITHM: ISSUER.algorithm,
      AUTH_ISSUER: ISSUER.issuer,
      AUTH_AUDIENCE: ISSUER.audience,
    }),
  };
}

function devOrigin({ devOrigin: url }: Addresses): Record<string, string> {
  return { ORIGIN_URL: url, ORIGIN_TOKEN: LOCAL.originToken, STOREFRONT_URL: url };
}

function asForeign({ href, hostname }: URL): Record<string, string> {
  return { ORIGIN_URL: href, PROBE_API_PATH: '/', PRODUCT_NAME: hostname, PRODUCT_URL: href };
}

function standIns(at: Addresses, variables: Record<string, string>): Record<string, string> {
  const { bucket, accessKeyId, secretAccessKey } = LOCAL.s3;
  const s3 = { S3_ENDPOINT: at.s3, S3_BUCKET: bucket };
  return {
    ...(!('STRIPE_SECRET_KEY' in variables) && {
      STRIPE_SECRET_KEY: LOCAL.stripeKey,
      STRIPE_API_URL: at.stripe,
    }),
    ...(!('EMAIL_RELAY_API_KEY' in variables) && {
      EMAIL_RELAY_API_KEY: LOCAL.relayKey,
      EMAIL_RELAY_URL: at.relay,
    }),
    ...(!('S3_BUCKET' in variables) && {
      ...s3,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    }),
  };
}
