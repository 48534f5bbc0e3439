import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';

/**
 * How a server of the local stack misbehaves: it answers; nothing listens; it takes the request and stays silent; it
 * answers 500 without doing anything; it does what was asked and its answer breaks off in the middle.
 */
export const FaultMode = z.enum(['ok', 'refuse', 'hang', '500', 'cut']);
export type FaultMode = z.infer<typeof FaultMode>;

export type Answer = {
  status: number;
  headers?: Record<string, string>;
  body: string | Uint8Array;
};

/** `null` as an answer drops the connection. */
export type Handler = (request: IncomingMessage, body: Buffer) => Promise<Answer | null>;

export type Server = {
  port: number;
  url: string;
  setFault: (mode: FaultMode) => Promise<void>;
  stop: () => Promise<void>;
};

type Options = {
  /** What listens here, for the message when it cannot. */
  name: string;
  /** 0 or nothing takes any free port. */
  port?: number;
  /** The environment variable that moves it elsewhere. */
  portVariable?: string;
  handler: Handler;
};

/** An HTTP server on loopback that can be told to misbehave. What `handler` throws becomes a 500 that says so. */
export async function serve(options: Options): Promise<Server> {
  let fault: FaultMode = 'ok';
  const server = createServer((request, response) => void reply(request, response));
  const port = await listen(options.port ?? 0);

  async function reply(request: IncomingMessage, response: ServerResponse) {
    const body = await readBody(request).catch(() => null);
    if (body === null || fault === 'hang') return;
    if (fault === '500') return send(response, json(500, { message: 'Simulated fault' }));
    const answer = await options.handler(request, body).catch(toServerError);
    if (answer === null) return response.destroy();
    if (fault === 'cut') return sendHalf(response, answer);
    send(response, answer);
  }

  async function listen(wanted: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', resolve);
    }).catch((error: unknown) => {
      throw new Error(`Cannot start ${options.name}: ${explain(error, wanted, options)}`);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('Cannot listen: no port');
    return address.port;
  }

  async function close() {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async setFault(mode) {
      if (mode === fault) return;
      fault = mode;
      // Requests that hang end with the fault that made them hang.
      server.closeAllConnections();
      if (mode === 'refuse') await close();
      else if (!server.listening) await listen(port);
    },
    stop: close,
  };
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  return { status, headers: { ...type, ...headers }, body: JSON.stringify(value) };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function toServerError(error: unknown): Answer {
  return json(500, { message: error instanceof Error ? error.message : String(error) });
}

function send(response: ServerResponse, { status, headers, body }: Answer) {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...headers, ...length }).end(body);
}

function sendHalf(response: ServerResponse, { status, headers, body }: Answer) {
  const bytes = Buffer.from(body);
  if (bytes.length === 0) return response.destroy();
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length + 1) });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

function explain(error: unknown, port: number, { portVariable }: Options): string {
  const remedy = portVariable === undefined ? '' : `: set ${portVariable} to a free one`;
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return taken ? `port ${port} is taken${remedy}` : String(error);
}
