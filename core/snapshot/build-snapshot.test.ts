import { expect, test } from 'vitest';
import type { Round } from '../services/outcome.ts';
import {
  buildSnapshot,
  knownFromSnapshot,
  mustPublish,
  type Known,
  type SnapshotInput,
} from './build-snapshot.ts';
import { Snapshot } from './snapshot.ts';
import { toStatusResponse } from './status-response.ts';

const slotMs = 30_000;
const tickMs = Date.parse('2026-11-24T14:00:00Z');

const round = (serviceName: string, changes: Partial<Round> = {}): Round => ({
  serviceName,
  displayName: serviceName,
  slotMs: tickMs,
  checkedAtMs: tickMs + 100,
  result: 'up',
  latencyMs: 12,
  reason: null,
  metadata: { secret: 'for admins' },
  ...changes,
});

function input(changes: Partial<SnapshotInput> = {}): SnapshotInput {
  return {
    product: { name: 'Shop', url: null },
    services: [
      { serviceName: 'redis', displayName: 'Redis cache' },
      { serviceName: 'api-server', displayName: 'API server' },
    ],
    known: new Map<string, Known>(),
    rounds: [round('redis'), round('api-server')],
    tickMs,
    slotMs,
    nowMs: tickMs + 500,
    watchingSinceMs: tickMs - 1000,
    publishEverySec: 60,
    previousSeq: 0,
    ...changes,
  };
}

test('a snapshot passes its own schema and carries no metadata', () => {
  const snapshot = buildSnapshot(input());
  expect(Snapshot.parse(snapshot)).toEqual(snapshot);
  expect(JSON.stringify(snapshot)).not.toContain('for admins');
});

test('a service that was not due keeps what was known of it', () => {
  const known = new Map<string, Known>([
    ['redis', { status: 'DEGRADED', latency: 250, lastCheckedAtMs: tickMs - slotMs, recent: [] }],
  ]);
  const snapshot = buildSnapshot(input({ known, rounds: [round('api-server')] }));
  expect(snapshot.services[0]).toMatchObject({
    status: 'DEGRADED',
    latency: 250,
    lastCheckedAt: '2026-11-24T13:59:30.000Z',
  });
});

test('a status that nobody has confirmed for two minutes is UNKNOWN', () => {
  const lastCheckedAtMs = tickMs - 5 * slotMs;
  const known = new Map<string, Known>([
    ['redis', { status: 'UP', latency: 2, lastCheckedAtMs, recent: [] }],
  ]);
  const snapshot = buildSnapshot(input({ known, rounds: [] }));
  expect(snapshot.services[0]?.status).toBe('UNKNOWN');
});

test('a service that nobody has measured is UNKNOWN, and so is the whole', () => {
  const snapshot = buildSnapshot(input({ rounds: [round('api-server')] }));
  expect(snapshot.services[0]).toMatchObject({ status: 'UNKNOWN', lastCheckedAt: null });
  expect(snapshot.overall).toBe('UNKNOWN');
});

test('a tick without a database goes on from the last snapshot', () => {
  const first = buildSnapshot(
    input({ rounds: [round('redis', { result: 'down', latencyMs: null })] }),
  );
  const later = tickMs + 2 * slotMs;
  const next = buildSnapshot(
    input({
      known: knownFromSnapshot(first),
      rounds: [round('redis', { slotMs: later })],
      tickMs: later,
      nowMs: later + 500,
    }),
  );
  expect(next.services[0]?.recent.results.slice(-2)).toBe('du');
  expect(next.services[0]?.status).toBe('UP');
});

test('the sequence grows even when the clock went back', () => {
  const first = buildSnapshot(input());
  const second = buildSnapshot(input({ previousSeq: first.seq, nowMs: tickMs - 60_000 }));
  expect(second.seq).toBe(first.seq + 1);
});

test('a page is stale after five missed publications', () => {
  expect(buildSnapshot(input({ publishEverySec: 120 })).staleAfterSec).toBe(600);
});

test.each<[string, Partial<SnapshotInput>, boolean]>([
  ['nothing new half a minute later waits', { nowMs: tickMs + 30_500 }, false],
  ['a minute later goes out', { nowMs: tickMs + 60_500 }, true],
  ['a minute that came a little early goes out', { nowMs: tickMs + 59_000 }, true],
  [
    'another latency waits',
    { rounds: [round('redis', { latencyMs: 900 }), round('api-server')] },
    false,
  ],
  [
    'another status goes out',
    { rounds: [round('redis', { result: 'down' }), round('api-server')] },
    true,
  ],
  ['a service that disappears goes out', { services: [], nowMs: tickMs + 1_000 }, true],
])('publishing: %s', (_rule, changes, expected) => {
  const previous = buildSnapshot(input());
  expect(mustPublish(previous, buildSnapshot(input(changes)), 60)).toBe(expected);
});

test('the first snapshot goes out', () => {
  expect(mustPublish(null, buildSnapshot(input()), 60)).toBe(true);
});

test('the API lists services by name, without the bars of the page', () => {
  const { services } = toStatusResponse(buildSnapshot(input()));
  expect(services.map(({ serviceName }) => serviceName)).toEqual(['api-server', 'redis']);
  expect(services[0]).not.toHaveProperty('recent');
});
