import type { Finding } from './finding.ts';

const WORDS = { ok: 'ok', fail: 'FAIL', off: 'off' } as const;
const STATUS_WIDTH = 4;
const NAME_WIDTH = 15;
const DETAIL_LIMIT = 300;

export function formatLines(findings: readonly Finding[]): string {
  return findings.map(formatLine).join('\n');
}

export function formatJson(findings: readonly Finding[]): string {
  const isGood = findings.every(({ status }) => status !== 'fail');
  return JSON.stringify({ ok: isGood, checks: findings }, null, 2);
}

function formatLine({ name, status, latencyMs, detail }: Finding): string {
  const latency = latencyMs === null ? null : `${latencyMs} ms`;
  const text = [latency, detail].filter((part) => part !== null).join(', ');
  return `${WORDS[status].padEnd(STATUS_WIDTH)} ${name.padEnd(NAME_WIDTH)} ${toPlain(text)}`;
}

// What a server says of itself may hold line breaks and control characters.
function toPlain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, DETAIL_LIMIT);
}
