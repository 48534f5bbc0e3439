import { expect, test } from 'vitest';
import { judgeServices } from '../services/judge-services.ts';
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
const rules = { intervalSec: 30, confirm: 2, recover: 2, unknownAfterMissed: 3 };
const services = [
  { serviceName: 'redis', displayName: 'Redis cache', rules },
  { serviceName: 'api-server', displayName: 'API server', rules },
];

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

type Tick = Partial<SnapshotInput> & { rounds?: readonly Round[]; watched?: typeof services };

function input({ rounds, watched = services, ...changes }: Tick = {}): SnapshotInput {
  const known = changes.known ?? new Map<string, Known>();
  const at = changes.tickMs ?? tickMs;
  const before = (serviceName: string) => {
    const { record = null, recent = [] } = known.get(serviceName) ?? {};
    return { record, newest: record, results: recent.map(({ result }) => result) };
  };
  return {
    product: { name: 'Shop', url: null },
    judged: judgeServices(watched, {
      tickMs: at,
      rounds: rounds ?? [round('redis'), round('api-server')],
      before,
    }),
    known,
    tickMs: at,
    slotMs,
    nowMs: at + 500,
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
  const first = buildSnapshot(input({ rounds: [round('redis', { latencyMs: 250 })] }));
  const next = tickMs + slotMs;
  const known = knownFromSnapshot(first);
  const snapshot = buildSnapshot(input({ known, rounds: [], tickMs: next }));
  expect(snapshot.services[0]).toMatchObject({
    status: 'UP',
    latency: 250,
    lastCheckedAt: '2026-11-24T14:00:00.100Z',
  });
});

test('a service that nobody has measured is UNKNOWN, and so is the whole', () => {
  const snapshot = buildSnapshot(input({ rounds: [round('api-server')] }));
  expect(snapshot.services[0]).toMatchObject({ status: 'UNKNOWN', lastCheckedAt: null });
  expect(snapshot.overall).toBe('UNKNOWN');
});

test('a tick without a database goes on from the last snapshot', () => {
  let known: ReadonlyMap<string, Known> = new Map();
  const results = ['up', 'down', 'down', 'up'] as const;
  const snapshots = results.map((result, index) => {
    const at = tickMs + 2 * index * slotMs;
    const rounds = [round('redis', { slotMs: at, result })];
    const snapshot = buildSnapshot(input({ known, rounds, tickMs: at }));
    known = knownFromSnapshot(snapshot);
    return snapshot;
  });
  expect(snapshots.map(({ services: [redis] }) => redis?.status)).toEqual([
    'UP',
    'UP',
    'DOWN',
    'DOWN',
  ]);
  expect(snapshots.at(-1)?.services[0]?.recent.results.slice(-4)).toBe('uddu');
});

test('the sequence grows even when the clock went back', () => {
  const first = buildSnapshot(input());
  const second = buildSnapshot(input({ previousSeq: first.seq, nowMs: tickMs - 60_000 }));
  expect(second.seq).toBe(first.seq + 1);
});

test('a page is stale after five missed publications', () => {
  expect(buildSnapshot(input({ publishEverySec: 120 })).staleAfterSec).toBe(600);
});

const down = [round('redis', { result: 'down' }), round('api-server')];
const first = knownFromSnapshot(buildSnapshot(input()));
const history = { days: null, uptimePercentage: 99.5, coverage: 100, checkRatio: 99.5 };
const counted = new Map([...first].map(([name, known]) => [name, { ...known, history }]));
const slow = [round('redis', { latencyMs: 900 }), round('api-server')];

test.each<[string, Tick, boolean]>([
  ['nothing new half a minute later waits', { nowMs: tickMs + 30_500 }, false],
  ['a minute later goes out', { nowMs: tickMs + 60_500 }, true],
  ['a minute that came a little early goes out', { nowMs: tickMs + 59_000 }, true],
  ['another latency waits', { rounds: slow }, false],
  ['another status goes out', { rounds: down }, true],
  ['another uptime goes out', { known: counted, nowMs: tickMs + 1_000 }, true],
  ['a service that disappears goes out', { watched: [], nowMs: tickMs + 1_000 }, true],
])('publishing: %s', (_rule, changes, expected) => {
  const previous = buildSnapshot(input());
  expect(mustPublish(previous, buildSnapshot(input(changes)), 60)).toBe(expected);
});

test('the first snapshot goes out', () => {
  expect(mustPublish(null, buildSnapshot(input()), 60)).toBe(true);
});

test('the API lists services by name, without what only the page and the monitor need', () => {
  const response = toStatusResponse(buildSnapshot(input()));
  expect(response.services.map(({ serviceName }) => serviceName)).toEqual(['api-server', 'redis']);
  expect(Object.keys(response.services[0] ?? {})).toEqual([
    'serviceName',
    'displayName',
    'status',
    'latency',
    'lastCheckedAt',
    'uptimePercentage',
    'coverage',
    'checkRatio',
  ]);
});
