import type { IncomingMessage } from 'node:http';
import { json, type Answer, type Handler } from '../serve.ts';
import type { Backend } from './backend.ts';
import type { Outcome } from './engine/reply.ts';
import { presentOutcome } from './present-outcome.ts';
import { readCall, type Call } from './read-call.ts';
import { runCall } from './run-call.ts';

/** Upstash's REST protocol over any backend: https://upstash.com/docs/redis/features/restapi */
export function createEndpoint(backend: Backend, token: string): Handler {
  return async (request, body) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!['HEAD', 'GET', 'POST', 'PUT'].includes(request.method ?? '')) {
      return refuse(405, 'ERR method not allowed');
    }
    if (readToken(request, url) !== token) {
      return refuse(401, 'WRONGPASS invalid or missing auth token');
    }
    const call = tryReading(url, body);
    if (call === null) return refuse(400, 'ERR failed to parse the request');
    const inBase64 = request.headers['upstash-encoding'] === 'base64';
    const present = (outcome: Outcome) => presentOutcome(outcome, inBase64);
    const ran = await runCall(call, backend);
    if (Array.isArray(ran)) return json(200, ran.map(present));
    return json('error' in ran ? 400 : 200, present(ran));
  };
}

function readToken(request: IncomingMessage, url: URL): string | null {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme === 'Bearer' && token !== undefined ? token : url.searchParams.get('_token');
}

function tryReading(url: URL, body: Buffer): Call | null {
  try {
    return readCall(url, body);
  } catch {
    return null;
  }
}

function refuse(status: number, error: string): Answer {
  return json(status, { error });
}
