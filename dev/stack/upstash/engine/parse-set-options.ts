import { isTimeUnit, type Time } from './parse-time.ts';
import { syntaxError } from './reply.ts';

export type SetOptions = {
  only: 'NX' | 'XX' | null;
  get: boolean;
  keepTtl: boolean;
  time: Time | null;
};

/** The words after `SET key value`. */
export function parseSetOptions(words: string[]): SetOptions {
  const options: SetOptions = { only: null, get: false, keepTtl: false, time: null };
  const rest = words.values();
  for (const given of rest) {
    const word = given.toUpperCase();
    if (word === 'GET') options.get = true;
    else if (word === 'KEEPTTL') options.keepTtl = true;
    else if (word === 'NX' || word === 'XX') options.only = unlessOther(options.only, word);
    else if (isTimeUnit(word)) {
      const amount = rest.next().value;
      if (amount === undefined) throw syntaxError();
      options.time = { unit: unlessOther(options.time?.unit ?? null, word), amount };
    } else throw syntaxError();
  }
  if (options.keepTtl && options.time !== null) throw syntaxError();
  return options;
}

// The same word twice is allowed: the last one counts.
function unlessOther<Word extends string>(earlier: Word | null, word: Word): Word {
  if (earlier !== null && earlier !== word) throw syntaxError();
  return word;
}
