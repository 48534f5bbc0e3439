import * as z from 'zod';
import { Scope } from '../../../../core/auth/scope.ts';
import { formatToken, LONGEST_DAYS } from '../../../../core/auth/token-text.ts';
import {
  createToken,
  findToken,
  listTokens,
  renameToken,
  revokeToken,
  type Whose,
} from '../../../../db/queries/access-tokens.ts';
import { digestOf } from '../../auth/digest.ts';
import { newTokenParts } from '../../auth/new-secret.ts';
import { Paging, parseInput } from '../parse-input.ts';
import { Refusal } from '../refusal.ts';
import type { DbCall, Otherwise, Plan, Reply, Route, WriteCall } from '../route.ts';
import { notFound } from '../run-write.ts';

const PATH = '/api/v1/monitoring/tokens';
const Name = z.string().trim().min(1).max(60);
const NewToken = z.strictObject({
  name: Name,
  scopes: z.array(Scope).min(1).max(Scope.options.length),
  days: z.number().int().min(1).max(LONGEST_DAYS).default(LONGEST_DAYS),
});
const Renaming = z.strictObject({ name: Name });

/** API tokens: an admin sees and changes their own, a super admin all of them. */
export const tokens: Route[] = [
  { method: 'GET', path: PATH, role: 'ADMIN', read: list },
  { method: 'POST', path: PATH, role: 'ADMIN', plan: create },
  { method: 'GET', path: `${PATH}/:id`, role: 'ADMIN', read: readOne },
  { method: 'PATCH', path: `${PATH}/:id`, role: 'ADMIN', isVersioned: true, plan: rename },
  { method: 'DELETE', path: `${PATH}/:id`, role: 'ADMIN', plan: revoke },
];

async function list(call: DbCall): Promise<Reply> {
  const paging = parseInput(z.strictObject(Paging), call.query);
  return { message: 'API tokens', data: await listTokens(call.db, whoseOf(call), paging) };
}

async function create(call: WriteCall): Promise<Plan> {
  const given = parseInput(NewToken, call.body);
  const parts = newTokenParts();
  const digest = await digestOf(parts.secret);
  const owner = call.actor.id;
  return {
    message: 'Token made: it is shown this once',
    effect: createToken({ ...given, id: parts.id, owner, digest }),
    status: 201,
    present: (data) => ({
      ...z.record(z.string(), z.unknown()).parse(data),
      token: formatToken(parts),
    }),
    otherwise: async () => ({ kind: 'conflict', message: TWO_ALIVE, data: null }),
  };
}

const TWO_ALIVE = 'Two tokens of this name are alive: revoke one before you make a third';

async function readOne(call: DbCall): Promise<Reply> {
  const token = await findToken(call.db, idOf(call), whoseOf(call));
  if (token === null) throw notFound();
  return { message: 'API token', data: token, version: token.version };
}

async function rename(call: WriteCall): Promise<Plan> {
  const { name } = parseInput(Renaming, call.body);
  const { version } = call;
  return {
    message: 'Token renamed',
    effect: renameToken(idOf(call), { whose: whoseOf(call), name, version }),
    otherwise: () =>
      findCurrent(call, 'It was changed meanwhile, or has ended: this is how it is now'),
  };
}

async function revoke(call: WriteCall): Promise<Plan> {
  return {
    message: 'Token revoked',
    effect: revokeToken(idOf(call), whoseOf(call)),
    otherwise: () => findCurrent(call, null),
  };
}

/** Without words for a conflict there is none: it is as it should be. */
async function findCurrent(call: WriteCall, message: string | null): Promise<Otherwise> {
  const token = await findToken(call.db, idOf(call), whoseOf(call));
  if (token === null) return { kind: 'missing' };
  const { version } = token;
  if (message === null) return { kind: 'unchanged', data: token, version };
  return { kind: 'conflict', message, data: token, version };
}

function idOf({ params }: DbCall): string {
  return params['id'] ?? '';
}

function whoseOf({ caller }: DbCall): Whose {
  if (caller.kind !== 'session') throw new Refusal('FORBIDDEN', 'Tokens are for people to change');
  const { role, user } = caller.session;
  return role === 'SUPER_ADMIN' ? 'all' : { owner: user };
}
