// Tokens that no library would make.
const toText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
/** A part of a token as it is written: base64url, whatever it holds. */
export const encode = (value: unknown) =>
  btoa(toText(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

export type Header = { alg?: string; [name: string]: unknown };

/** Signed by hand, so that nothing keeps it from being wrong. By HMAC, of the length that the header asks for. */
export async function byHand(header: Header, payload: unknown, secret: string): Promise<string> {
  const hash = `SHA-${/^HS(384|512)$/.exec(header.alg ?? '')?.[1] ?? '256'}`;
  const text = `${encode(header)}.${encode(payload)}`;
  const bytes = new TextEncoder().encode(secret || '\0');
  const algorithm = { name: 'HMAC', hash };
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text));
  const raw = String.fromCharCode(...new Uint8Array(signature));
  return `${text}.${btoa(raw).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}
