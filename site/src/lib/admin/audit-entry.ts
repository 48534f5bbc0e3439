import type { AuditEntry, ActorKind } from '../../../../core/audit/audit-page.ts';
import { utcDayMinute } from '../utc-words.ts';

/** An entry of the audit log in words. */
export type EntryWords = {
  at: string;
  when: string;
  who: string;
  what: string;
  subject: string;
  changes: Change[];
};
export type Change = { field: string; before: string; after: string };

const KINDS: Record<ActorKind, string> = {
  user: '',
  'break-glass': 'break-glass token',
  token: 'API token',
  cli: 'command line',
};

export function toEntryWords(entry: AuditEntry): EntryWords {
  const { at, actor, actorKind, action, subject, before, after } = entry;
  const ms = Date.parse(at);
  const kind = KINDS[actorKind];
  return {
    at,
    when: `${utcDayMinute(ms)} UTC`,
    who: kind === '' || kind.startsWith(actor) ? kind || actor : `${actor} (${kind})`,
    what: toWords(action),
    subject: subject ?? '',
    changes: toChanges(before, after),
  };
}

/** Each field whose value is another one after than before. */
export function toChanges(before: unknown, after: unknown): Change[] {
  const [old, now] = [toFields(before), toFields(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? '', after: now.get(field) ?? '' }))
    .filter((change) => change.before !== change.after);
}

// `token.create` is "Token: create".
function toWords(action: string): string {
  const [noun = '', verb = ''] = action.split('.');
  const words = noun.charAt(0).toUpperCase() + noun.slice(1);
  return verb === '' ? words : `${words}: ${verb.replaceAll('-', ' ')}`;
}

function toFields(value: unknown): Map<string, string> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([name, field]) => [name, toText(field)]));
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
