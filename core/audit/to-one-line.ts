// Controls, the separators that some readers take for a new line, and what turns the direction of text.
const UNPRINTABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** The text in one line that cannot look like another: what does not print is written as `\u000a`. At most `max` letters. */
export function toOneLine(text: string, max: number): string {
  return text.replace(UNPRINTABLE, escape).slice(0, max);
}

function escape(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
