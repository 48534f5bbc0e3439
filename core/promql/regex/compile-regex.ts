import { emptyProgram, emit, type Program } from './program.ts';
import { parseRegex } from './parse-regex.ts';
import { RegexError, type RegexNode } from './regex-node.ts';
import { runProgram } from './run-program.ts';

export type Regex = {
  /** Whether the pattern matches the whole text. */
  test: (text: string) => boolean;
  /** Start and end of the whole and of each group, -1 where a group took no part; null without a match of the whole. */
  exec: (text: string) => readonly number[] | null;
  /** Names of the groups; the first, of the whole, is null. */
  names: readonly (string | null)[];
};

/**
 * A regular expression with the meaning that RE2 gives it, anchored at both ends. Matching takes time in proportion to
 * the length of the text and to the size of the pattern, whatever they are. Throws a `RegexError` for a pattern that is
 * none, or that needs more than `maxSize` instructions.
 */
export function compileRegex(pattern: string, maxSize: number): Regex {
  const { node, names } = parseRegex(pattern);
  const program = emptyProgram();
  emit(program, node, () => {
    if (program.length > maxSize) throw new RegexError('expression too large', pattern);
  });
  program.push({ op: 'match' });
  const exec = (text: string) => runProgram(program, text, 2 * names.length);
  return { test: toTest(node, program), exec, names };
}

function toTest(node: RegexNode, program: Program): (text: string) => boolean {
  const words = toWords(node);
  if (words) {
    const set = new Set(words);
    return (text) => set.has(text);
  }
  return (text) => runProgram(program, text, 0) !== null;
}

/** The texts that a pattern of plain words matches, as `a|b|c`. */
function toWords(node: RegexNode): string[] | null {
  const nodes = node.kind === 'choice' ? node.nodes : [node];
  const words = nodes.map(toWord);
  return words.every((word) => word !== null) ? words : null;
}

function toWord(node: RegexNode): string | null {
  if (node.kind !== 'sequence') return null;
  let word = '';
  for (const part of node.nodes) {
    if (part.kind !== 'set' || part.literal === null) return null;
    word += String.fromCodePoint(part.literal);
  }
  return word;
}
