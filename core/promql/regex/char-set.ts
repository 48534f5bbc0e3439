/** Whether a code point belongs. */
export type CharSet = (code: number) => boolean;

const PERL: Record<string, CharSet> = {
  d: isDigit,
  s: (code) => code === 32 || code === 9 || code === 10 || code === 12 || code === 13,
  w: isWord,
};

const POSIX: Record<string, CharSet> = {
  alnum: (code) => isDigit(code) || isLetter(code),
  alpha: isLetter,
  ascii: (code) => code < 128,
  blank: (code) => code === 32 || code === 9,
  cntrl: (code) => code < 32 || code === 127,
  digit: isDigit,
  graph: (code) => code > 32 && code < 127,
  lower: (code) => code >= 97 && code <= 122,
  print: (code) => code >= 32 && code < 127,
  punct: (code) => code > 32 && code < 127 && !isDigit(code) && !isLetter(code),
  space: (code) => code === 32 || (code >= 9 && code <= 13),
  upper: (code) => code >= 65 && code <= 90,
  word: isWord,
  xdigit: (code) => isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 102),
};

/** `\d`, `\s`, `\w` and their negations in capitals, ASCII only as in RE2; undefined for any other letter. */
export function perlSet(letter: string): CharSet | undefined {
  const set = PERL[letter.toLowerCase()];
  return set && (PERL[letter] ? set : negate(set));
}

/** `[:alpha:]` and the like, by the name between the colons. */
export function posixSet(name: string): CharSet | undefined {
  const set = POSIX[name.replace('^', '')];
  return set && (name.startsWith('^') ? negate(set) : set);
}

/** `\p{Greek}`: a general category or a script; undefined where Unicode has none of that name. */
export function unicodeSet(name: string): CharSet | undefined {
  const pattern = unicodePattern(name);
  return pattern && ((code) => pattern.test(String.fromCodePoint(code)));
}

/** The set, and the other case of each of its letters. */
export function foldCase(set: CharSet): CharSet {
  return (code) => set(code) || set(otherCase(code, 'lower')) || set(otherCase(code, 'upper'));
}

export function negate(set: CharSet): CharSet {
  return (code) => !set(code);
}

export function isWord(code: number): boolean {
  return code === 95 || isDigit(code) || isLetter(code);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function otherCase(code: number, to: 'lower' | 'upper'): number {
  const char = String.fromCodePoint(code);
  const other = to === 'lower' ? char.toLowerCase() : char.toUpperCase();
  return other.codePointAt(0) ?? code;
}

function unicodePattern(name: string): RegExp | undefined {
  const property = name.length <= 2 ? name : `Script=${name}`;
  try {
    return new RegExp(`^\\p{${property}}$`, 'u');
  } catch {
    return undefined;
  }
}
