import type { Environment } from './read-environment.ts';

const SECRET_NAME = /KEY|TOKEN|SECRET|PASSWORD/;
/** A shorter one is a local stand-in, and its letters are found in ordinary words. */
const MIN_LENGTH = 6;

/** The text without any secret of the environment: whoever answered may have quoted what was sent. */
export function hideSecrets(text: string, env: Environment): string {
  const secrets = Object.entries(env)
    .flatMap(([name, value = '']) => [
      ...(SECRET_NAME.test(name) ? [value] : []),
      ...passwords(value),
    ])
    .filter((secret) => secret.length >= MIN_LENGTH)
    // One that contains another goes first, or its rest would stay.
    .toSorted((a, b) => b.length - a.length);
  return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '…'), text);
}

/** The password inside an address, as it is written and as it is meant. */
function passwords(value: string): string[] {
  const written = URL.parse(value)?.password ?? '';
  return [written, decode(written)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
