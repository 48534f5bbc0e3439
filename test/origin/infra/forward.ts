import type { IncomingMessage } from 'node:http';
import type { Answer } from '../../../dev/stack/serve.ts';

const HOP_BY_HOP = ['connection', 'transfer-encoding', 'content-length', 'keep-alive'];

/** Asks the process behind the balancer the same; null, a dropped connection, when it is not there. */
export async function forward(
  url: string,
  request: IncomingMessage,
  body: Buffer,
): Promise<Answer | null> {
  const { method = 'GET' } = request;
  const headers = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
    name === 'host' || HOP_BY_HOP.includes(name) ? [] : values.map((value) => [name, value]),
  );
  const hasBody = !['GET', 'HEAD'].includes(method);
  const response = await fetch(url + request.url, {
    method,
    headers: new Headers(headers.map(([name = '', value = '']): [string, string] => [name, value])),
    ...(hasBody && { body: new Uint8Array(body) }),
    redirect: 'manual',
  }).catch(() => null);
  if (response === null) return null;
  const kept = [...response.headers].filter(([name]) => !HOP_BY_HOP.includes(name));
  return {
    status: response.status,
    headers: Object.fromEntries(kept),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}
