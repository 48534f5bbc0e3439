import type { Mail } from '../relay.ts';
import type { Draft } from './message.ts';

/** A mail that the relay took, as a message of the inbox. */
export function draftOfMail({ to, subject, text, key, headers, raw }: Mail): Draft {
  const values = new Map(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const read = (name: string) => values.get(`x-pharos-${name}`) ?? null;
  return {
    channel: 'email',
    to: to.join(', '),
    kind: read('kind'),
    alert: read('alert'),
    severity: read('severity'),
    subject,
    text,
    key: key ?? read('key'),
    headers,
    verified: null,
    raw,
  };
}
