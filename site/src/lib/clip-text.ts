import { textBytes } from './text-bytes.ts';

/**
 * The text in at most `limit` characters and `mostBytes` as `textBytes` counts them: cut between words where there are
 * any, and marked as cut.
 */
export function clipText(text: string, limit: number, mostBytes = Infinity): string {
  const characters = Array.from(text.trim());
  const room = Math.min(limit, countWithin(characters, mostBytes));
  if (characters.length <= room) return characters.join('');
  const lastSpace = characters.slice(0, room).findLastIndex((character) => /\s/.test(character));
  // A cut that would lose half of the text is no cut between words.
  const end = lastSpace > room / 2 ? lastSpace : room - 1;
  return `${characters.slice(0, end).join('').trimEnd()}…`;
}

function countWithin(characters: readonly string[], mostBytes: number): number {
  let bytes = 0;
  const end = characters.findIndex((character) => (bytes += textBytes(character)) > mostBytes);
  return end === -1 ? characters.length : end;
}
