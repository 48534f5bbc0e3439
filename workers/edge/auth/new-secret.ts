import type { TokenParts } from '../../../core/auth/token-text.ts';

/** The parts of a new API token. */
export function newTokenParts(): TokenParts {
  return { id: toHex(randomBytes(8)), secret: toBase64Url(randomBytes(32)) };
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
