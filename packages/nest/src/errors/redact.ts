import { hideSecrets } from './hide-secrets.ts';

const HIDDEN = '[hidden]';
const SECRET_PART =
  /pass|pwd|secret|token|auth|cookie|session|apikey|privatekey|credential|signature|card|cvc|cvv|iban|ssn|email|phone|address|birth/;
const SECRET_NAME = /^(otp|pin|code|key|dob)$/;

const MOST_DEPTH = 4;
const MOST_ITEMS = 20;
const LONGEST_TEXT = 120;

/** A copy for logs: secrets blanked by name and by look; depth, width and length limited. Never throws. */
export function redact(value: unknown, keys: readonly string[] = []): unknown {
  const extra = new Set(keys.map(plain));
  const isSecret = (key: string) =>
    SECRET_PART.test(plain(key)) || SECRET_NAME.test(plain(key)) || extra.has(plain(key));
  try {
    return copy(value, MOST_DEPTH);
  } catch {
    return '[unreadable]';
  }

  function copy(from: unknown, depth: number): unknown {
    if (typeof from === 'string') return shorten(hideSecrets(from));
    if (typeof from === 'number' || typeof from === 'boolean' || from == null) return from;
    if (typeof from !== 'object') return `[${typeof from}]`;
    if (ArrayBuffer.isView(from)) return `[${from.byteLength} bytes]`;
    if (depth === 0) return '[more]';
    if (Array.isArray(from)) return from.slice(0, MOST_ITEMS).map((item) => copy(item, depth - 1));
    const entries = Object.entries(from).slice(0, MOST_ITEMS);
    return Object.fromEntries(
      entries.map(([key, item]) => [
        shorten(hideSecrets(key)),
        isSecret(key) ? HIDDEN : copy(item, depth - 1),
      ]),
    );
  }
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
