import type { Tree } from '@lezer/common';
import type { Span } from '../position.ts';
import { refusedFunctions } from './refused-functions.ts';

type Found = { message: string; span: Span };

const BLANK = /(?:[ \t\r\n]|#[^\n]*)*/y;
const TOKEN = /[A-Za-z_:][\w:]*|[\d.][\w.]*|"[^"]*"?|'[^']*'?|`[^`]*`?|[=!<>][=~/]?|[^]/uy;

const NAMES: Record<string, string> = {
  '(': 'left parenthesis',
  ')': 'right parenthesis',
  '{': 'left brace',
  '}': 'right brace',
  '[': 'left bracket',
  ']': 'right bracket',
};

/** The first place that the grammar could not read, in words as near to those of Prometheus as may be. */
export function findSyntaxError(text: string, tree: Tree): Found | null {
  let error: number | null = null;
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError && (error === null || from < error)) error = from;
    },
  });
  if (error === null) return findStrangeBlank(text);
  return describe(text, error);
}

function describe(text: string, offset: number): Found {
  const start = skip(BLANK, text, offset);
  const end = skip(TOKEN, text, start);
  const span = { start, end };
  if (start >= text.length) return { message: describeEnd(text), span };
  const token = text.slice(start, end);
  const called = token === '(' ? /[A-Za-z_:][\w:]*\s*$/.exec(text.slice(0, start)) : null;
  if (called) {
    const name = called[0].trimEnd();
    const message = refusedFunctions.get(name) ?? `unknown function with name "${name}"`;
    return { message, span: { start: called.index, end: called.index + name.length } };
  }
  return { message: `unexpected ${nameToken(token)}`, span };
}

function nameToken(token: string): string {
  const name = NAMES[token];
  if (name) return `${name} '${token}'`;
  if (/^[A-Za-z_:]/.test(token)) return `identifier "${token}"`;
  if (/^\.?\d/.test(token)) return `number "${token}"`;
  if (/^["'`]/.test(token)) return `string ${JSON.stringify(token)}`;
  return /^[-+*/%^=!<>,@:]/.test(token) ? `"${token}"` : `character: '${token}'`;
}

function describeEnd(text: string): string {
  const bare = text.replaceAll(/"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`|#[^\n]*/g, '');
  const isOpen = (open: string, close: string) => {
    return bare.split(open).length > bare.split(close).length;
  };
  if (isOpen('{', '}')) return 'unexpected end of input inside braces';
  if (isOpen('(', ')')) return 'unclosed left parenthesis';
  if (isOpen('[', ']')) return 'unclosed left bracket';
  return 'unexpected end of input';
}

/** Between tokens Prometheus knows four kinds of blanks, its grammar for Lezer all of Unicode. */
function findStrangeBlank(text: string): Found | null {
  const bare = text.replaceAll(/"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|`[^`]*`|#[^\n]*/g, (part) =>
    '.'.repeat(part.length),
  );
  const start = bare.search(/[^\S \t\r\n]/);
  if (start < 0) return null;
  return { message: `unexpected character: '${text[start]}'`, span: { start, end: start + 1 } };
}

function skip(sticky: RegExp, text: string, offset: number): number {
  sticky.lastIndex = offset;
  const [found = ''] = sticky.exec(text) ?? [];
  return offset + found.length;
}
