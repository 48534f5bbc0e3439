import { ExpositionError } from '../../../core/metrics/exposition-error.ts';
import type { Exposition, ExpositionParser } from '../../../core/metrics/parse-exposition.ts';

const NEWLINE = 10;

type Body = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What a body held, and its size in bytes. */
export type ReadBody = { exposition: Exposition; bytes: number };

/**
 * Hands a body to a parser as it arrives, whole lines at a time, which decode fastest. Throws an ExpositionError; leaving
 * the loop cancels the body, so that no more than `mostBytes` of it are read.
 */
export async function readExposition(
  body: Body,
  parser: ExpositionParser,
  mostBytes: number,
): Promise<ReadBody> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let bytes = 0;
  let broken: Uint8Array[] = [];
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) fail(parser, `more than ${mostBytes} bytes`);
    const last = chunk.lastIndexOf(NEWLINE) + 1;
    if (last === 0) {
      broken.push(chunk);
      continue;
    }
    const first = broken.length === 0 ? 0 : chunk.indexOf(NEWLINE) + 1;
    if (first > 0) push(join([...broken, chunk.subarray(0, first)]));
    push(chunk.subarray(first, last));
    broken = last < chunk.length ? [chunk.slice(last)] : [];
  }
  push(join(broken));
  return { exposition: parser.end(), bytes };

  function push(lines: Uint8Array) {
    if (lines.length > 0) parser.push(decode(decoder, parser, lines));
  }
}

function decode(decoder: TextDecoder, parser: ExpositionParser, lines: Uint8Array): string {
  try {
    return decoder.decode(lines);
  } catch {
    // What stands before the bad line is read first: it may be worse.
    const start = findBadLine(decoder, lines);
    parser.push(decoder.decode(lines.subarray(0, start)));
    return fail(parser, 'text that is not UTF-8');
  }
}

// No character has the byte of a newline in it, so that each line can be tried for itself.
function findBadLine(decoder: TextDecoder, lines: Uint8Array): number {
  let start = 0;
  for (;;) {
    const end = lines.indexOf(NEWLINE, start) + 1;
    const line = lines.subarray(start, end === 0 ? lines.length : end);
    if (!isText(decoder, line)) return start;
    start = end;
  }
}

function isText(decoder: TextDecoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function fail(parser: ExpositionParser, reason: string): never {
  throw new ExpositionError(parser.lineCount() + 1, reason);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
