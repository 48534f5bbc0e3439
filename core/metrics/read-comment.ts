import { fail, type State } from './exposition-state.ts';
import { familyOf, readType, type Family } from './family.ts';

const COMMENT = /^#[ \t]*(HELP|TYPE)[ \t]+/;
const NAME = /^([a-zA-Z_:][a-zA-Z0-9_:]*|"(?:[^"\\]|\\.)+")(?:[ \t]+|$)/;
const BAD_ESCAPE = /\\([^\\n]|$)/;
const EOF = '# EOF';

/** Reads a line from its # on: HELP and TYPE say something of a family, all else is for people. */
export function readComment(state: State, line: string): void {
  state.hasEnded = line === EOF;
  state.passed = null;
  const found = COMMENT.exec(line);
  if (found === null) return;
  const rest = line.slice(found[0].length);
  if (rest === '') return;
  const name = NAME.exec(rest);
  if (name === null) fail(state, `${found[1]} without a valid metric name`);
  const text = rest.slice(name[0].length);
  const family = familyOf(state.families, unquote(name[1] ?? ''));
  // A line that ends after the name says nothing.
  if (text === '') return;
  if (found[1] === 'HELP') readHelp(state, family, text);
  else readTypeLine(state, family, text);
}

function readHelp(state: State, family: Family, text: string) {
  if (family.hasHelp) fail(state, `a second HELP of ${family.name}`);
  if (text.includes('\\') && BAD_ESCAPE.test(text.replaceAll('\\\\', ''))) {
    fail(state, `an escape in the HELP of ${family.name} that is not known`);
  }
  family.hasHelp = true;
}

function readTypeLine(state: State, family: Family, text: string) {
  if (family.type !== null)
    fail(state, `a second TYPE of ${family.name}, or one after its samples`);
  const type = readType(state.families.format, text);
  if (type === null) fail(state, `the type ${JSON.stringify(text.slice(0, 40))} is not known`);
  family.type = type;
  state.passed = family.isWanted ? null : family;
}

function unquote(name: string): string {
  if (!name.startsWith('"')) return name;
  return name.slice(1, -1).replaceAll(/\\(.)/g, (_, escaped: string) => escaped);
}
