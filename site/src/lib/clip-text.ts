/** The text in at most `limit` characters: cut between words where there are any, and marked as cut. */
export function clipText(text: string, limit: number): string {
  const characters = Array.from(text.trim());
  if (characters.length <= limit) return characters.join('');
  const lastSpace = characters.slice(0, limit).findLastIndex((character) => /\s/.test(character));
  // A cut that would lose half of the text is no cut between words.
  const end = lastSpace > limit / 2 ? lastSpace : limit - 1;
  return `${characters.slice(0, end).join('').trimEnd()}…`;
}
