import * as z from 'zod';
import { toBytes } from './bytes.ts';

/** What a request asks for. */
export type Call =
  | { kind: 'command'; command: string[] }
  | { kind: 'pipeline'; commands: string[][] }
  | { kind: 'transaction'; commands: string[][] };

const Word = z.union([z.string(), z.number(), z.boolean()]).transform((word) => toBytes(`${word}`));
const Command = z.array(Word).min(1);

/** Throws where the request makes no sense. */
export function readCall(url: URL, body: Buffer): Call {
  switch (url.pathname) {
    case '/':
      return { kind: 'command', command: Command.parse(readJson(body)) };
    case '/pipeline':
      return { kind: 'pipeline', commands: z.array(Command).parse(readJson(body)) };
    case '/multi-exec':
      return { kind: 'transaction', commands: z.array(Command).parse(readJson(body)) };
    default:
      return { kind: 'command', command: readPath(url, body) };
  }
}

function readJson(body: Buffer): unknown {
  return JSON.parse(body.toString('utf8'));
}

/** `/set/key?EX=100` with the value as its body is `SET key value EX 100`. */
function readPath({ pathname, searchParams }: URL, body: Buffer): string[] {
  const path = pathname.slice(1).split('/').map(decodeURIComponent).map(toBytes);
  const value = body.length === 0 ? [] : [toBytes(body)];
  const options = [...searchParams].filter(([name]) => name !== '_token').flat();
  return [...path, ...value, ...options.filter((word) => word !== '').map(toBytes)];
}
