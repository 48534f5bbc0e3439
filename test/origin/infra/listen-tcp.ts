import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export type TcpServer = {
  port: number;
  /** False refuses connections and drops those that are open. */
  setUp: (isUp: boolean) => Promise<void>;
  stop: () => Promise<void>;
};

/** A server on a free port of loopback that can be away for a while. */
export async function listenTcp(serve: (socket: Socket) => void): Promise<TcpServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // A client that is gone needs no answer.
    socket.on('error', () => {});
    serve(socket);
  });
  const port = await listen(0);

  async function listen(wanted: number): Promise<number> {
    server.listen(wanted, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('Cannot listen: no port');
    return address.port;
  }

  async function close() {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  return {
    port,
    async setUp(isUp) {
      if (isUp === server.listening) return;
      await (isUp ? listen(port) : close());
    },
    stop: close,
  };
}
