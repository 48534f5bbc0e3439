import type { Uptime } from '../compute-uptime.ts';
import type { UptimeFile } from './uptime-file.ts';

const RESULTS = ['none', 'up', 'degraded', 'partial', 'down'] as const;
const STATES = [
  'unknown',
  'operational',
  'degraded',
  'partial_outage',
  'major_outage',
  'maintenance',
] as const;
const [NONE, UP, DEGRADED, PARTIAL, DOWN, MAINTENANCE] = [0, 1, 2, 3, 4, 5] as const;

type Rules = Required<UptimeFile['rules']>;
type Measured = { slot: number; result: number };
type Window = { startSec: number; length: number };

/** The same as `computeUptime` for times of whole seconds, written a second time: every slot is painted, every second counted. */
export function computeUptimeBySecond(file: UptimeFile): Uptime {
  const rules = { intervalSec: 60, confirm: 2, recover: 2, unknownAfterMissed: 3, ...file.rules };
  const startSec = toSec(file.window.from);
  const window = { startSec, length: toSec(file.window.to) - startSec };
  const results = gatherResults(file.rounds, window, rules);
  const slots = paintSlots(results, rules);
  const ledger = new Uint8Array(window.length);
  for (const [slot, code] of slots.entries()) {
    ledger.fill(code, slot * rules.intervalSec, (slot + 1) * rules.intervalSec);
  }
  const covered = ledger.slice();
  for (const maintenance of file.maintenance) cover(covered, maintenance, startSec);
  return {
    ...countNumbers({ results, ledger, covered }, rules),
    intervals: listIntervals(covered, startSec),
  };
}

function gatherResults(rounds: UptimeFile['rounds'], window: Window, rules: Rules): number[] {
  const slots = Math.ceil(window.length / rules.intervalSec);
  const results = Array.from({ length: slots }, (): number => NONE);
  for (const { at, result } of rounds) {
    const second = toSec(at) - window.startSec;
    if (second < 0 || second >= window.length) continue;
    const slot = Math.floor(second / rules.intervalSec);
    results[slot] = Math.max(results[slot] ?? NONE, RESULTS.indexOf(result));
  }
  return results;
}

function paintSlots(results: readonly number[], rules: Rules): number[] {
  const painted = results.map((): number => NONE);
  let sinceUnknown: Measured[] = [];
  for (const [slot, result] of results.entries()) {
    if (isUnknown(results, slot, rules.unknownAfterMissed)) {
      sinceUnknown = [];
      continue;
    }
    const before = painted[slot - 1] ?? NONE;
    painted[slot] = before;
    if (result === NONE) continue;
    sinceUnknown.push({ slot, result });
    const { state, fromSlot } = decide(sinceUnknown, before, rules);
    painted.fill(state, fromSlot, slot + 1);
  }
  return painted;
}

function isUnknown(results: readonly number[], slot: number, unknownAfterMissed: number): boolean {
  if (results[slot] !== NONE) return false;
  let first = slot;
  while (results[first - 1] === NONE) first -= 1;
  let last = slot;
  while (results[last + 1] === NONE) last += 1;
  return first === 0 || last - first + 1 >= unknownAfterMissed;
}

function decide(
  sinceUnknown: readonly Measured[],
  state: number,
  { confirm, recover }: Rules,
): { state: number; fromSlot: number } {
  const w = sinceUnknown.slice(-confirm);
  const r = sinceUnknown.slice(-recover);
  const slot = sinceUnknown.at(-1)?.slot ?? 0;
  const mildest = Math.min(...w.map(({ result }) => result));
  const worst = Math.max(...r.map(({ result }) => result));
  if (sinceUnknown.length === 1) return { state: worst, fromSlot: slot };
  if (w.length === confirm && mildest > state) {
    return { state: mildest, fromSlot: w[0]?.slot ?? slot };
  }
  if (r.length === recover && worst < state) return { state: worst, fromSlot: r[0]?.slot ?? slot };
  return { state, fromSlot: slot };
}

function cover(
  covered: Uint8Array,
  { from, to, announcedAt }: UptimeFile['maintenance'][number],
  startSec: number,
): void {
  if (!announcedAt || toSec(announcedAt) >= toSec(from)) return;
  const end = toSec(to) - startSec;
  // What lies outside the array is not stored.
  for (let second = toSec(from) - startSec; second < end; second += 1)
    covered[second] = MAINTENANCE;
}

type Counted = { results: readonly number[]; ledger: Uint8Array; covered: Uint8Array };

function countNumbers({ results, ledger, covered }: Counted, { intervalSec }: Rules) {
  const lenient = countSeconds(covered);
  const strict = countSeconds(ledger);
  const measured = results.filter((result) => result !== NONE);
  const good = measured.filter((result) => result === UP || result === DEGRADED);
  const firstSec = results.findIndex((result) => result !== NONE) * intervalSec;
  const { [NONE]: unknown = 0 } = countSeconds(covered.subarray(Math.max(0, firstSec)));
  const coverage =
    measured.length === 0
      ? null
      : toPercent(covered.length - firstSec - unknown, covered.length - firstSec);
  return {
    uptime: computeShare(lenient, 3),
    strict: computeShare(strict, 10),
    checkRatio: toPercent(good.length, measured.length),
    coverage,
    displayable: coverage !== null && coverage >= 95,
    seconds: {
      operational: lenient[UP] ?? 0,
      degraded: lenient[DEGRADED] ?? 0,
      partial_outage: lenient[PARTIAL] ?? 0,
      major_outage: lenient[DOWN] ?? 0,
      maintenance: lenient[MAINTENANCE] ?? 0,
      unknown: lenient[NONE] ?? 0,
    },
  };
}

function countSeconds(codes: Uint8Array): number[] {
  const seconds = STATES.map(() => 0);
  for (let second = 0; second < codes.length; second += 1) {
    const code = codes[second] ?? NONE;
    seconds[code] = (seconds[code] ?? 0) + 1;
  }
  return seconds;
}

function computeShare(seconds: readonly number[], partialTenths: number): number | null {
  const weights = [
    [UP, 0],
    [DEGRADED, 0],
    [PARTIAL, partialTenths],
    [DOWN, 10],
  ] as const;
  let all = 0;
  let lost = 0;
  for (const [code, tenths] of weights) {
    all += 10 * (seconds[code] ?? 0);
    lost += tenths * (seconds[code] ?? 0);
  }
  return toPercent(all - lost, all);
}

function toPercent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const thousandths = 100_000 * part;
  return (thousandths - (thousandths % whole)) / whole / 1000;
}

function listIntervals(covered: Uint8Array, startSec: number): Uptime['intervals'] {
  const starts: number[] = [];
  for (let second = 0; second < covered.length; second += 1) {
    if (covered[second] !== covered[second - 1]) starts.push(second);
  }
  return starts.map((second, index) => ({
    state: STATES[covered[second] ?? NONE] ?? 'unknown',
    from: toIso(startSec + second),
    to: toIso(startSec + (starts[index + 1] ?? covered.length)),
  }));
}

function toSec(iso: string): number {
  return Date.parse(iso) / 1000;
}

function toIso(second: number): string {
  return new Date(second * 1000).toISOString();
}
