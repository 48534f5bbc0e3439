// A ledger of 90 days as it is published, with all that the page of a service's uptime can have to show.
import { buildExtract, type LedgerEvidence } from '../../core/uptime/build-extract.ts';
import type { LedgerExtract } from '../../core/uptime/ledger-extract.ts';
import { firstDayMs, monthStartMs } from '../../core/uptime/period.ts';
import { decodeStrips } from '../../core/uptime/round-strip.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const RULES = { confirm: 2, recover: 2, unknownAfterMissed: 3 };
const NO_WORDS = { corrections: [], maintenance: [], months: [], rules: RULES };

const iso = (ms: number) => new Date(ms).toISOString();

/** Up to `untilMs`: Redis with every kind of trouble, Stripe hardly measured, S3 without any trouble. */
export function makeLedger(untilMs: number): LedgerExtract {
  const today = Math.floor(untilMs / DAY_MS) * DAY_MS;
  const span = { fromMs: monthStartMs(firstDayMs(untilMs)), toMs: untilMs };
  const whole = Math.floor((untilMs - span.fromMs) / 30_000);
  const strip = (results: string) =>
    decodeStrips([{ from: iso(span.fromMs), intervalSec: 30, results }]);
  const services: LedgerEvidence[] = [
    {
      ...NO_WORDS,
      serviceName: 's3-storage',
      displayName: 'File storage',
      runs: strip(`u${whole}`),
    },
    {
      ...NO_WORDS,
      serviceName: 'stripe-api',
      displayName: 'Card payments',
      runs: strip(`u${Math.floor(whole * 0.7)}x${whole - Math.floor(whole * 0.7) - 2880}d20u2860`),
    },
    { ...redis(today), runs: strip(redisRounds(span.fromMs, today, whole)) },
  ];
  const open = buildExtract(services, span);
  // All months but the newest have closed.
  const closed = services.map((service, index) => ({
    ...service,
    months: (open.services[index]?.months ?? [])
      .slice(1)
      .map((month) => ({ ...month, closedAt: iso(Date.parse(`${month.month}-01`) + 33 * DAY_MS) })),
  }));
  return buildExtract(closed, span);
}

function redis(today: number): Omit<LedgerEvidence, 'runs'> {
  const at = (days: number, hours: number) => iso(today - days * DAY_MS + hours * HOUR_MS);
  return {
    ...NO_WORDS,
    serviceName: 'redis',
    displayName: 'Redis cache',
    corrections: [
      {
        from: at(20, 3),
        to: at(20, 4),
        state: 'operational',
        reason: 'The check ran with a password that had been changed; the cache itself was well.',
        madeAt: at(19, 9),
      },
    ],
    maintenance: [{ from: at(12, 1), to: at(12, 3), announcedAt: at(14, 0) }],
  };
}

// In slots of half a minute from each day's start.
function redisRounds(fromMs: number, today: number, whole: number): string {
  const troubles: [days: number, slot: number, results: string][] = [
    [40, 480, 'p60'],
    [33, 1200, 'x90'],
    [20, 360, 'd120'],
    [12, 120, 'd200'],
    [7, 900, 'g44'],
    [1, 600, 'd1'],
    [1, 700, 'd24'],
    [1, 760, 'n2'],
    [1, 1300, 'd2u3d2'],
  ];
  let results = '';
  let slot = 0;
  for (const [days, offset, parts] of troubles) {
    const start = (today - days * DAY_MS - fromMs) / 30_000 + offset;
    results += `u${start - slot}${parts}`;
    const lengths = Array.from(parts.matchAll(/\d+/g), ([digits]) => Number(digits));
    slot = start + lengths.reduce((sum, length) => sum + length, 0);
  }
  return `${results}u${whole - slot}`;
}
