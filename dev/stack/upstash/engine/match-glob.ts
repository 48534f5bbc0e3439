const TOKEN = /\\(?<escaped>.)|\[(?<not>\^?)(?<set>(?:\\.|[^\]])*)\]?|(?<star>\*+)|(?<any>\?)|./gs;
const SET_ITEM = /\\(?<escaped>.)|(?<from>.)-(?<to>.)|./gs;

/** A test for Redis's patterns: `*`, `?`, `[abc]`, `[^a]`, `[a-z]`, and `\` before a character to be taken as it is. */
export function matchGlob(pattern: string): (text: string) => boolean {
  const source = Array.from(pattern.matchAll(TOKEN), toSource).join('');
  const expression = new RegExp(`^${source}$`, 's');
  return (text) => expression.test(text);
}

function toSource({ 0: token, groups = {} }: RegExpExecArray): string {
  if (groups.star !== undefined) return '.*';
  if (groups.any !== undefined) return '.';
  if (groups.set === undefined) return toLiteral(groups.escaped ?? token);
  const items = Array.from(groups.set.matchAll(SET_ITEM), toSetItem).join('');
  return `[${groups.not}${items}]`;
}

function toSetItem({ 0: item, groups = {} }: RegExpExecArray): string {
  const { from, to } = groups;
  if (from === undefined || to === undefined) return toLiteral(groups.escaped ?? item);
  return from <= to ? `${toLiteral(from)}-${toLiteral(to)}` : `${toLiteral(to)}-${toLiteral(from)}`;
}

function toLiteral(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
