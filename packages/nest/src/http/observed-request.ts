import type { IncomingMessage, ServerResponse } from 'node:http';

/** The route pattern, known for sure: a handler was reached, or the path is one of ours. */
export const ROUTE = Symbol('@pharos/nest route');
export const OBSERVED = Symbol('@pharos/nest observed');

/** What Express, Nest and the host's middleware leave on a request. */
export type ObservedRequest = IncomingMessage & {
  [ROUTE]?: string;
  originalUrl?: string;
  baseUrl?: string;
  route?: { path?: unknown };
  user?: unknown;
  correlationId?: unknown;
  body?: unknown;
};

export type ObservedResponse = ServerResponse & { [OBSERVED]?: true };
