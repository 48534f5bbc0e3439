import type { Context } from './command.ts';
import { countBytes } from './count-bytes.ts';

type Section = { name: string; fields: (context: Context) => Record<string, string | number> };

const sections: Section[] = [
  { name: 'Server', fields: describeServer },
  { name: 'Clients', fields: () => ({ connected_clients: 1 }) },
  { name: 'Memory', fields: describeMemory },
  { name: 'Stats', fields: describeStats },
  { name: 'Cluster', fields: () => ({ cluster_enabled: 0 }) },
  { name: 'Keyspace', fields: describeKeyspace },
];

/** Lines ended by CRLF. As on Upstash, a section it does not know is a heading with nothing below. */
export function info(context: Context, ...names: string[]): string {
  const wanted = names.map((name) => name.toLowerCase());
  const everything = wanted.every((name) => ['all', 'default', 'everything'].includes(name));
  const chosen = everything ? sections : wanted.map(findSection);
  return chosen.map(({ name, fields }) => format(name, fields(context))).join('\r\n');
}

function findSection(name: string): Section {
  const section = sections.find((known) => known.name.toLowerCase() === name);
  return section ?? { name, fields: () => ({}) };
}

function format(name: string, fields: Record<string, string | number>) {
  const lines = Object.entries(fields).map(([field, value]) => `${field}:${value}\r\n`);
  return `# ${name}\r\n${lines.join('')}`;
}

function describeServer({ nowMs, startedAtMs }: Context) {
  return {
    redis_version: '7.2.0',
    redis_mode: 'standalone',
    uptime_in_seconds: Math.floor((nowMs - startedAtMs) / 1000),
  };
}

function describeMemory({ store }: Context) {
  const bytes = countBytes(store);
  return { used_memory: bytes, used_memory_human: `${(bytes / 1024).toFixed(2)}K`, maxmemory: 0 };
}

function describeStats({ store, commandCount }: Context) {
  const { hits, misses } = store.lookups;
  return { total_commands_processed: commandCount, keyspace_hits: hits, keyspace_misses: misses };
}

function describeKeyspace({ store }: Context): Record<string, string> {
  const entries = [...store.entries.values()];
  const expiring = entries.filter(({ expiresAtMs }) => expiresAtMs !== null);
  if (entries.length === 0) return {};
  return { db0: `keys=${entries.length},expires=${expiring.length},avg_ttl=0` };
}
