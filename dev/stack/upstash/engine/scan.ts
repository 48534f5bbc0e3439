import type { Context } from './command.ts';
import { matchGlob } from './match-glob.ts';
import { parseInteger } from './parse-integer.ts';
import { RedisError, syntaxError } from './reply.ts';

type Filter = { match: (key: string) => boolean; count: number; type: string | null };

/**
 * A page of keys and the cursor of the next one, '0' after the last. The cursor is the number of the last key seen, so
 * a key that is there from the first page to the last comes exactly once.
 */
export function scan({ store }: Context, cursor: string, ...words: string[]) {
  if (!/^\d+$/.test(cursor)) throw new RedisError('ERR invalid cursor');
  const { match, count, type } = parseFilter(words);
  const ahead = [...store.entries].filter(([, { id }]) => id > Number(cursor));
  const page = ahead.slice(0, count);
  const found = page.filter(
    ([key, { value }]) => match(key) && (type ?? value.type) === value.type,
  );
  const last = ahead.length > count ? page.at(-1) : undefined;
  return [String(last?.[1].id ?? 0), found.map(([key]) => key)];
}

function parseFilter(words: string[]): Filter {
  const filter: Filter = { match: () => true, count: 10, type: null };
  const rest = words.values();
  for (const word of rest) {
    const given = rest.next().value;
    if (given === undefined) throw syntaxError();
    switch (word.toUpperCase()) {
      case 'MATCH':
        filter.match = matchGlob(given);
        break;
      case 'COUNT':
        filter.count = parseCount(given);
        break;
      case 'TYPE':
        filter.type = given.toLowerCase();
        break;
      default:
        throw syntaxError();
    }
  }
  return filter;
}

function parseCount(text: string) {
  const count = parseInteger(text);
  if (count < 1) throw syntaxError();
  return count;
}
