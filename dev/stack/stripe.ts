import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { json, serve, type Answer, type Server } from './serve.ts';

type Options = {
  secretKey: string;
  /** Whether the account is a live one; test mode unless told. */
  livemode?: boolean;
};

// What Stripe uses for a client that asks for no version: the account's own.
const ACCOUNT_VERSION = '2026-10-28.endive';
const HELP = 'or we can help at https://support.stripe.com/.';

/** api.stripe.com as far as a monitor needs it: the balance of one account. */
export function startStripe(options: Options): Promise<Server> {
  return serve({
    name: 'the Stripe stand-in',
    handler: async (request) => answer(request, options),
  });
}

function answer(request: IncomingMessage, { secretKey, livemode = false }: Options): Answer {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (request.method !== 'GET' || path !== '/v1/balance') {
    return fail(404, explainPath(`${request.method}: ${path}`));
  }
  const key = readKey(request.headers.authorization ?? '');
  if (key !== secretKey) return fail(401, explainKey(key));

  const version = request.headers['stripe-version'] ?? ACCOUNT_VERSION;
  if (typeof version !== 'string' || !/^\d{4}-\d\d-\d\d(\.\w+)?$/.test(version)) {
    return fail(400, `Invalid Stripe API version: ${String(version)}`);
  }
  return json(200, describeBalance(livemode), {
    'request-id': createRequestId(),
    'stripe-version': version,
    'cache-control': 'no-cache, no-store',
  });
}

function describeBalance(livemode: boolean) {
  const available = [{ amount: 666_670, currency: 'usd', source_types: { card: 666_670 } }];
  const pending = [{ amount: 61_190, currency: 'usd', source_types: { card: 61_190 } }];
  return { object: 'balance', available, livemode, pending };
}

/** Stripe takes the key as a bearer token or as the user name of basic authentication. */
function readKey(authorization: string): string {
  const [scheme = '', credentials = ''] = authorization.split(' ');
  if (scheme.toLowerCase() === 'bearer') return credentials;
  if (scheme.toLowerCase() !== 'basic') return '';
  return Buffer.from(credentials, 'base64').toString().split(':')[0] ?? '';
}

function explainKey(key: string): string {
  if (key !== '') return `Invalid API Key provided: ${mask(key)}`;
  return (
    'You did not provide an API key. You need to provide your API key in the Authorization header, ' +
    "using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). " +
    `See https://stripe.com/docs/api#authentication for details, ${HELP}`
  );
}

function explainPath(wanted: string): string {
  const hint = wanted.endsWith('/')
    ? ' If you are trying to list objects, remove the trailing slash. If you are trying to ' +
      'retrieve an object, make sure you passed a valid (non-empty) identifier in your code.'
    : '';
  return `Unrecognized request URL (${wanted}).${hint} Please see https://stripe.com/docs ${HELP}`;
}

function mask(key: string): string {
  if (key.length <= 12) return '*'.repeat(key.length);
  return `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`;
}

function fail(status: number, message: string): Answer {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="Stripe"' } : {};
  const error = { message, type: 'invalid_request_error' };
  return json(status, { error }, { 'request-id': createRequestId(), ...challenge });
}

function createRequestId(): string {
  return `req_${randomBytes(7).toString('hex')}`;
}
