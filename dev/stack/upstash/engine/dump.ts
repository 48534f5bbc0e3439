import { formatScore } from './score.ts';
import type { Entry, Store } from './store.ts';
import type { Value } from './value.ts';

// Few enough words to be handed to a function as its arguments.
const WORDS_PER_COMMAND = 1000;

/** For each key, the commands that make it in an empty store. */
export function dump(store: Store): string[][][] {
  return Array.from(store.entries, ([key, entry]) => [
    ...rebuild(key, entry.value),
    ...expire(key, entry),
  ]);
}

function rebuild(key: string, value: Value): string[][] {
  switch (value.type) {
    case 'string':
      return [['set', key, value.data]];
    case 'list':
      return split(['rpush', key], value.data);
    case 'set':
      return split(['sadd', key], [...value.data]);
    case 'hash':
      return split(['hset', key], [...value.data].flat());
    case 'zset':
      return split(
        ['zadd', key],
        value.data.ranked.flatMap(({ member, score }) => [formatScore(score), member]),
      );
  }
}

function split(command: string[], words: string[]): string[][] {
  const commands: string[][] = [];
  for (let start = 0; start < words.length; start += WORDS_PER_COMMAND) {
    commands.push([...command, ...words.slice(start, start + WORDS_PER_COMMAND)]);
  }
  return commands;
}

function expire(key: string, { expiresAtMs }: Entry): string[][] {
  return expiresAtMs === null ? [] : [['pexpireat', key, String(expiresAtMs)]];
}
