import { createInterface } from 'node:readline';
import { listenTcp, type TcpServer } from './listen-tcp.ts';

/** Speaks enough SMTP to take any mail, and keeps none. */
export function startMailSink(): Promise<TcpServer> {
  return listenTcp((socket) => {
    let isText = false;
    const lines = createInterface({ input: socket });
    lines.on('error', () => {});
    lines.on('line', (line) => {
      if (isText && line !== '.') return;
      const command = line.slice(0, 4).toUpperCase();
      isText = !isText && command === 'DATA';
      socket.write(`${isText ? '354 Go on' : '250 Fine'}\r\n`);
      if (command === 'QUIT') socket.end();
    });
    socket.write('220 sink\r\n');
  });
}
