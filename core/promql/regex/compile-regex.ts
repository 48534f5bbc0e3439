import { parseRegex } from './parse-regex.ts';
import { runProgram } from './run-program.ts';

export type Regex = {
  /** Whether the pattern matches the whole text. */
  test: (text: string) => boolean;
  /** The whole text and what each group matched, undefined where it took no part; null without a match of the whole. */
  exec: (text: string) => readonly (string | undefined)[] | null;
  /** Names of the groups; the first, of the whole, and those without one are empty. */
  names: readonly string[];
};

/**
 * A regular expression with the meaning that RE2 gives it, anchored at both ends. Matching takes time in proportion to
 * the length of the text and to the size of the pattern, whatever they are. Throws a `RegexError` for a pattern that is
 * none, or that needs more than `maxSize` instructions.
 */
export function compileRegex(pattern: string, maxSize: number): Regex {
  const { program, names } = parseRegex(pattern, maxSize);
  const exec: Regex['exec'] = (text) => {
    const chars = Array.from(text);
    const slots = runProgram(program, chars, 2 * names.length);
    if (!slots) return null;
    return names.map((_, group) => {
      const start = slots[2 * group] ?? -1;
      if (group === 0) return text;
      return start < 0 ? undefined : chars.slice(start, slots[2 * group + 1]).join('');
    });
  };
  return { test: (text) => runProgram(program, Array.from(text), 0) !== null, exec, names };
}
