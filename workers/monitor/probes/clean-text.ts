const LONGEST = 200;

/** Text from outside as it may be stored and logged: short, without credentials, and nothing Postgres refuses. */
export function cleanText(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replace(/:\/\/\S*@/g, '://…@')
    .slice(0, LONGEST)
    .toWellFormed();
}
