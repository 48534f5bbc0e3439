/** Days that an API token may live at most. */
export const LONGEST_DAYS = 90;

export type TokenParts = { id: string; secret: string };

// 64 bits in hex name it, 256 bits in base64url are its secret.
const TOKEN = /^pharos_([0-9a-f]{16})_([\w-]{43})$/;

/** The parts of `pharos_<id>_<secret>`, or null when the text is no API token. */
export function parseToken(text: string): TokenParts | null {
  const [, id, secret] = TOKEN.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}

/** The text of an API token. Its parts are made elsewhere, from what cannot be guessed. */
export function formatToken({ id, secret }: TokenParts): string {
  return `pharos_${id}_${secret}`;
}
