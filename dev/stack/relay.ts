import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Choice } from './inbox/fail-modes.ts';
import { readEmail, type Email } from './relay-email.ts';
import { json, serve, type Answer, type Server } from './serve.ts';

/** A mail that was accepted. */
export type Mail = {
  id: string;
  from: string;
  to: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  /** The Idempotency-Key of the request. */
  key: string | null;
  /** The body of the request as it came. */
  raw: string;
};

type Options = {
  apiKey: string;
  receive: (mail: Mail) => void;
  /** The key may send and do nothing else. */
  sendOnly?: boolean;
  /** Chooses between accepting and refusing a mail; accepts unless told. */
  decide?: (choice: Choice) => Promise<Answer | null>;
};

/** By idempotency key: what was sent under it. */
type Sent = Map<string, { id: string; content: string }>;

const METHODS = new Map([
  ['/emails', 'POST'],
  ['/domains', 'GET'],
]);

const DOMAIN = {
  id: '4dd369bc-aa82-4ff3-97de-514ae3000ee0',
  name: 'pharos.example',
  status: 'verified',
  created_at: '2026-01-01T00:00:00.000000+00:00',
  region: 'eu-west-1',
};

/** The HTTP API of Resend as far as sending needs it: https://resend.com/docs/api-reference */
export function startRelay(options: Options): Promise<Server> {
  const { decide = async ({ accept }) => accept() } = options;
  const sent: Sent = new Map();
  return serve({
    name: 'the mail relay',
    async handler(request, body) {
      const denial = deny(request, options);
      if (denial !== null) return denial;
      if (request.method === 'GET') {
        return json(200, { object: 'list', has_more: false, data: [DOMAIN] });
      }
      const key = request.headersDistinct['idempotency-key']?.[0] ?? null;
      return decide({ accept: () => send(String(body), key, { ...options, sent }), refuse });
    },
  });
}

function deny({ method, url, headers }: IncomingMessage, options: Options): Answer | null {
  // The network before the API turns away whoever does not say who he is.
  if (!headers['user-agent']) return { status: 403, body: 'error code: 1010' };
  const path = (url ?? '/').split('?')[0] ?? '/';
  const allowed = METHODS.get(path);
  if (!allowed) return fail(404, 'not_found', 'The requested endpoint does not exist');
  if (method !== allowed) {
    return fail(405, 'method_not_allowed', 'Method is not allowed for the requested path');
  }
  const { authorization } = headers;
  if (!authorization) return fail(401, 'missing_api_key', 'Missing API Key');
  if (authorization !== `Bearer ${options.apiKey}`) {
    return fail(403, 'invalid_api_key', 'API key is invalid');
  }
  if (path === '/emails' || !options.sendOnly) return null;
  return fail(401, 'restricted_api_key', 'This API key is restricted to only send emails');
}

function send(raw: string, key: string | null, { sent, receive }: Options & { sent: Sent }) {
  if (key !== null && (key === '' || key.length > 256)) {
    return fail(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.');
  }
  const read = readEmail(raw);
  if (read.complaint)
    return fail(read.complaint.status, read.complaint.name, read.complaint.message);

  const content = JSON.stringify(read.email);
  const earlier = key === null ? undefined : sent.get(key);
  if (earlier?.content === content) return json(200, { id: earlier.id });
  if (earlier !== undefined) {
    const message = 'Same idempotency key used with a different request payload.';
    return fail(409, 'invalid_idempotent_request', message);
  }
  const id = randomUUID();
  if (key !== null) sent.set(key, { id, content });
  receive({ ...describe(read.email), id, key, raw });
  return json(200, { id });
}

function describe({ from, to, subject, html, text, headers }: Email) {
  return { from, to, subject, html: html ?? null, text: text ?? null, headers };
}

function refuse(status: 429 | 500): Answer {
  if (status === 500) return fail(500, 'internal_server_error', 'An unexpected error occurred.');
  const message = 'Too many requests. You can only make 5 requests per second.';
  return fail(429, 'rate_limit_exceeded', message);
}

function fail(statusCode: number, name: string, message: string): Answer {
  return json(statusCode, { statusCode, message, name });
}
