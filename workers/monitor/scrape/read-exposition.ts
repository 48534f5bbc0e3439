import { ExpositionError } from '../../../core/metrics/exposition-error.ts';
import { joinBytes } from '../../../core/metrics/join-bytes.ts';
import type { Exposition, ExpositionParser } from '../../../core/metrics/parse-exposition.ts';

const NEWLINE = 10;

type Body = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Hands a body to a parser as it arrives, whole lines at a time, which decode fastest. Throws an ExpositionError; leaving
 * the loop cancels the body, so that no more than `mostBytes` of it are read.
 */
export async function readExposition(
  body: Body,
  parser: ExpositionParser,
  mostBytes: number,
): Promise<Exposition> {
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
    if (first > 0) push(joinBytes([...broken, chunk.subarray(0, first)]));
    push(chunk.subarray(first, last));
    broken = last < chunk.length ? [chunk.slice(last)] : [];
  }
  push(joinBytes(broken));
  return parser.end();

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
