import type * as z from 'zod';
import { overallStatus } from '../../core/services/overall.ts';
import type { ServiceStatus } from '../../core/services/status.ts';
import { BAR_COUNT, firstBarMs } from '../../core/snapshot/recent-bars.ts';
import { Snapshot, type ServiceSnapshot } from '../../core/snapshot/snapshot.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const DAY_COUNT = 90;

/** The data is less than a minute old, so that the page says "just now". */
const AGE_MS = 12_000;
const CHECK_SEC = 30;

const SERVICES = [
  { serviceName: 'api-server', displayName: 'API server', usualMs: 84 },
  { serviceName: 'postgresql', displayName: 'PostgreSQL database', usualMs: 6 },
  { serviceName: 'redis', displayName: 'Redis cache', usualMs: 2 },
  { serviceName: 's3-storage', displayName: 'File storage', usualMs: 112 },
  { serviceName: 'smtp-email', displayName: 'E-mail delivery', usualMs: 231 },
  { serviceName: 'storefront', displayName: 'Storefront', usualMs: 143 },
  { serviceName: 'stripe-api', displayName: 'Card payments', usualMs: 318 },
] as const;

/** A letter, how many bars or days ago it ended (0 is the newest), and how many it lasted. */
type Stretch = [letter: string, ago: number, length: number];
/** What is particular to a service. All else is up. */
type Story = { status?: ServiceStatus; bars?: Stretch[]; days?: Stretch[] };
export type Stories = Partial<Record<(typeof SERVICES)[number]['serviceName'], Story>>;

/** Seven services with an hour of bars and 90 days. */
export function makeSnapshot(
  nowMs: number,
  stories: Stories,
  changes: Partial<z.input<typeof Snapshot>> = {},
): Snapshot {
  const generatedMs = nowMs - AGE_MS;
  const fromMs = firstBarMs(generatedMs, 2 * CHECK_SEC * 1000);
  const services = SERVICES.map((service) =>
    makeService(service, stories[service.serviceName] ?? {}, generatedMs),
  );
  return Snapshot.parse({
    v: 1,
    seq: generatedMs,
    generatedAt: toIso(generatedMs),
    staleAfterSec: 300,
    product: { name: 'KTBlog', url: 'https://ktblog.example' },
    watchingSince: toIso(generatedMs - 200 * DAY_MS),
    checkEverySec: CHECK_SEC,
    overall: overallStatus(services.map(({ status }) => status)),
    recent: { from: toIso(fromMs), barSec: 2 * CHECK_SEC },
    services,
    ...changes,
  });
}

export function toIso(ms: number): string {
  return new Date(ms).toISOString();
}

type Service = { serviceName: string; displayName: string; usualMs: number };

function makeService(
  service: Service,
  story: Story,
  generatedMs: number,
): z.input<typeof ServiceSnapshot> {
  const { serviceName, displayName, usualMs } = service;
  const results = toLetters(BAR_COUNT, story.bars ?? []);
  const states = toLetters(DAY_COUNT, story.days ?? []);
  const latencies = toLatencies(results, usualMs);
  const isMeasured = /[^-]/.test(results);
  return {
    serviceName,
    displayName,
    status: story.status ?? 'UP',
    latency: latencies.at(-1) ?? null,
    lastCheckedAt: isMeasured ? toIso(generatedMs - 300) : null,
    uptimePercentage: isMeasured ? 100 - 0.026 * states.replaceAll('u', '').length : null,
    coverage: isMeasured ? 99.92 : null,
    checkRatio: isMeasured ? 99.961 : null,
    days: { states, troubles: toTroubles(states, generatedMs) },
    recent: { results, latencies },
  };
}

function toLetters(count: number, stretches: readonly Stretch[]): string {
  const letters = Array.from({ length: count }, () => 'u');
  for (const [letter, ago, length] of stretches) {
    letters.fill(letter, count - ago - length, count - ago);
  }
  return letters.join('');
}

// As restless as real ones, and the same in every run.
function toLatencies(results: string, usualMs: number): (number | null)[] {
  let seed = usualMs;
  return Array.from(results, (letter) => {
    seed = (seed * 16_807) % 2_147_483_647;
    const chance = seed / 2_147_483_647;
    const unrest = 0.85 + chance * 0.35 + (chance > 0.95 ? 0.9 : 0);
    if (letter === 'd' || letter === '-') return null;
    return Math.round(usualMs * unrest * (letter === 'g' ? 5 : 1));
  });
}

const TROUBLES = new Map([
  ['g', 'degraded' as const],
  ['p', 'partial_outage' as const],
  ['d', 'major_outage' as const],
  ['m', 'maintenance' as const],
]);

type Troubles = NonNullable<ServiceSnapshot['days']>['troubles'];

// One of 23 minutes on each day that has a trouble; today's began 17 minutes ago and lasts.
function toTroubles(states: string, generatedMs: number): Troubles {
  const newestFirst = Array.from(states).toReversed();
  return newestFirst.flatMap((letter, ago) => {
    const state = TROUBLES.get(letter);
    if (state === undefined) return [];
    const fromMs = generatedMs - ago * DAY_MS - 17 * MINUTE_MS;
    return [{ state, from: toIso(fromMs), to: ago === 0 ? null : toIso(fromMs + 23 * MINUTE_MS) }];
  });
}
