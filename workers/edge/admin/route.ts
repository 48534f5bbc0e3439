import type { Actor } from '../../../core/audit/audit-page.ts';
import type { Role } from '../../../core/auth/role.ts';
import type { Scope } from '../../../core/auth/scope.ts';
import type { Session } from '../../../core/auth/session.ts';
import type { Db } from '../../../db/client.ts';
import type { Effect } from '../../../db/queries/write.ts';
import type { AuthSettings } from '../auth/settings.ts';

/** Who calls: a person with a session, or a machine with an API token. */
export type Caller = { kind: 'session'; session: Session } | { kind: 'token'; id: string };

/** A request that was let in. */
export type Call = {
  request: Request;
  env: EdgeEnv;
  settings: AuthSettings;
  /** What `:name` in the path stands for. */
  params: Record<string, string>;
  /** What comes after `?`: each name once. */
  query: Record<string, string>;
  nowMs: number;
  requestId: string;
};

export type AdminCall = Call & {
  caller: Caller;
  actor: Actor;
  /** Null while the database is away: only routes that can do without it are called then. */
  db: Db | null;
};

/** A call of a route that needs the database. */
export type DbCall = AdminCall & { db: Db };

export type WriteCall = DbCall & {
  /** The JSON of the request, of any form. */
  body: unknown;
  /** What `If-Match` names; 0 where the route has no versions. */
  version: number;
  /** The caller's own name for this write, which no other caller's can be. */
  key: string;
};

/** What a read gives, and its version where it has one. */
export type Reply = { message: string; data: unknown; version?: number };

/** When a write changed nothing. */
export type Otherwise =
  | { kind: 'missing' }
  /** Somebody was quicker, or it may not be: how it is now. */
  | { kind: 'conflict'; message: string; data: unknown; version?: number }
  /** It is already as it should be. */
  | { kind: 'unchanged'; data: unknown; version?: number };

export type Plan = {
  message: string;
  effect: Effect;
  status?: 200 | 201;
  /** What is answered the first time, where that is more than what is kept: a secret that is shown once. */
  present?: (data: unknown) => unknown;
  /** What visitors must see at once. */
  publishes?: Published;
  otherwise: () => Promise<Otherwise>;
};

/** What the monitor is to publish after a write: what people say, or what was counted. */
export type Published = 'words' | 'uptime';

type Common = {
  /** As Hono reads it: `/api/v1/monitoring/tokens/:id`. */
  path: string;
  /** What somebody must be, at least. */
  role: Role;
  /** API tokens with this scope may call it too. */
  scope?: Scope;
};

type ReadRoute = Common & {
  method: 'GET';
  read: (call: DbCall) => Promise<Reply>;
};

/** A read that answers while the database is away. */
type SteadyRoute = Common & {
  method: 'GET';
  readAlways: (call: AdminCall) => Promise<Reply>;
};

/** A write that is kept in the database: with `Idempotency-Key`, noted in the audit log. */
export type WriteRoute = Common & {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** It is changed by `If-Match` only. */
  isVersioned?: true;
  plan: (call: WriteCall) => Promise<Plan>;
};

/** A write that is not kept in the database, and so must do without it: noted by itself. */
type ActRoute = Common & {
  method: 'POST' | 'PUT' | 'DELETE';
  act: (call: AdminCall & { body: unknown }) => Promise<Response>;
};

/** A question in the form of Prometheus' HTTP API, which is read and answered as that has it. It changes nothing. */
type FormRoute = Common & {
  method: 'GET' | 'POST';
  form: 'prometheus';
  ask: (call: FormCall) => Promise<Response>;
};

/** The parameters of the address and of the form, of which a name may come more than once. */
export type FormCall = AdminCall & { sent: readonly [string, string][] };

/** The way in, for whoever is not in yet. */
export type OpenRoute = {
  method: 'POST' | 'DELETE';
  path: string;
  role: null;
  open: (call: Call & { body: unknown }) => Promise<Response>;
};

export type Route = FormRoute | ReadRoute | SteadyRoute | WriteRoute | ActRoute | OpenRoute;
