import * as z from 'zod';
import { Role } from '../../../core/auth/role.ts';
import { SHORTEST_SECRET } from '../../shared/session/seal.ts';
import { NO_WAY, readWay } from './read-way.ts';

/** How people sign in: what a token must be to be believed. */
export type Way = {
  mode: 'jwks' | 'hs256' | 'access';
  algorithm: string;
  /** Where its keys are, or the secret that both sides know. */
  keys: { url: string } | { secret: string };
  /** Null where the origin does not name it, and that is accepted. */
  issuer: string | null;
  audience: string | null;
  /** The role of everybody whom Cloudflare Access lets in; null where the token names it. */
  impliedRole: Role | null;
};

export type AuthSettings = {
  databaseUrl: string | null;
  /** Null when nobody can have a session. */
  sessionSecret: string | null;
  /** Null when only the break-glass token opens. */
  way: Way | null;
  /** SHA-256 of the break-glass token, in hex. */
  breakGlassHash: string | null;
  /** What is set wrong, with the remedy: it opens nothing. */
  problems: string[];
  /** What is set, and weaker than it could be. */
  warnings: string[];
};

// Each is a signature that a public key checks: a shared secret would be another mode.
const ASYMMETRIC = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'EdDSA',
] as const;

const text = z.string().optional();
const Given = z.object({
  DATABASE_URL: z.url('must be the address of the database, postgres://…').optional(),
  SESSION_SECRET: z
    .string()
    .min(SHORTEST_SECRET, `must have ${SHORTEST_SECRET} letters or more`)
    .optional(),
  BREAK_GLASS_HASH: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 in hex: make one with pharos token break-glass')
    .toLowerCase()
    .optional(),
  AUTH_MODE: z.enum(['jwks', 'hs256', 'access'], 'must be jwks, hs256 or access').optional(),
  AUTH_ALGORITHM: z.enum(ASYMMETRIC, `must be one of ${ASYMMETRIC.join(', ')}`).optional(),
  AUTH_JWKS_URL: z.url('must be a whole address, https://…').optional(),
  AUTH_SECRET: z
    .string()
    .min(SHORTEST_SECRET, `must have ${SHORTEST_SECRET} letters or more`)
    .optional(),
  AUTH_ISSUER: text,
  AUTH_AUDIENCE: text,
  AUTH_ACCEPT_WITHOUT: z
    .string()
    .regex(/^(issuer|audience|issuer,audience)$/, 'must be issuer, audience, or issuer,audience')
    .optional(),
  AUTH_ACCESS_ROLE: z.enum(Role.options, `must be ${Role.options.join(' or ')}`).optional(),
});
export type Given = z.infer<typeof Given>;

/** Reads what the Worker was given. A variable that is wrong opens nothing, and is named. */
export function readAuthSettings(env: object): AuthSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const issues = Given.safeParse(given).error?.issues ?? [];
  const wrong = new Set(issues.map(({ path }) => String(path[0])));
  const rest = Given.parse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))),
  );
  const problems = issues.map(({ path, message }) => `${String(path[0])} ${message}`);
  // A way in is whole or closed.
  const isWhole = ![...wrong].some((name) => name.startsWith('AUTH_'));
  const { way, problem } = isWhole ? readWay(rest) : NO_WAY;
  return {
    databaseUrl: rest.DATABASE_URL ?? null,
    sessionSecret: rest.SESSION_SECRET ?? null,
    way,
    breakGlassHash: rest.BREAK_GLASS_HASH ?? null,
    problems: problem === null ? problems : [...problems, problem],
    warnings: way === null ? [] : warningsOf(way),
  };
}

function warningsOf({ issuer, audience, impliedRole }: Way): string[] {
  return [
    issuer === null && 'Tokens of any issuer are accepted: AUTH_ACCEPT_WITHOUT names issuer',
    audience === null && 'Tokens for any audience are accepted: AUTH_ACCEPT_WITHOUT names audience',
    impliedRole !== null && `Everybody whom Cloudflare Access lets in is ${impliedRole}`,
  ].filter((warning) => warning !== false);
}
