import type { Tree } from '@lezer/common';
import type { Span } from '../position.ts';
import { refusedFunctions } from './refused-functions.ts';

type Found = { message: string; span: Span };

const TOKEN = /(?:[ \t\r\n]|#[^\n]*)*([\w:.]+|"[^"]*"?|'[^']*'?|[=!<>][=~/]?|[^]|$)/uy;
const CALLED = /([A-Za-z_:][\w:]*)[ \t\r\n]*$/;

/** The first place that the grammar could not read. */
export function findSyntaxError(text: string, tree: Tree): Found | null {
  const errors: number[] = [];
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError) errors.push(from);
    },
  });
  return errors.length === 0 ? null : describe(text, Math.min(...errors));
}

function describe(text: string, offset: number): Found {
  TOKEN.lastIndex = offset;
  const [whole = '', token = ''] = TOKEN.exec(text) ?? [];
  const end = offset + whole.length;
  const start = end - token.length;
  const called = token === '(' ? CALLED.exec(text.slice(0, start)) : null;
  if (called) {
    const [, name = ''] = called;
    const message = refusedFunctions.get(name) ?? `unknown function with name "${name}"`;
    return { message, span: { start: called.index, end: called.index + name.length } };
  }
  const message = `unexpected ${token === '' ? 'end of input' : JSON.stringify(token)}`;
  return { message, span: { start, end } };
}
