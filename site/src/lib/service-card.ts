import { DISPLAYABLE_COVERAGE } from '../../../core/uptime/compute-numbers.ts';
import { parseResults } from '../../../core/snapshot/recent-bars.ts';
import type { ServiceSnapshot } from '../../../core/snapshot/snapshot.ts';
import { dayBars, daysOf } from './days.ts';
import { recentOf, type Recent } from './recent.ts';
import { percentWords } from './percent-words.ts';
import { highestOfEach, sparkPath } from './spark.ts';
import { STATE_WORDS, stateOfResult, stateOfStatus, type State } from './state.ts';
import { stripPaths, type StripPath } from './strip.ts';

/** The share of time without an outage, if it can be told, and how much was measured. */
type Uptime = { percent: string | null; coverage: string | null };

/** What must be known beside the state: it is not a state of its own. */
type Mark = { look: 'maintenance' | 'unstable'; word: string };

export type ServiceCard = {
  id: string;
  name: string;
  state: State;
  word: string;
  marks: Mark[];
  /** The last latency, or why there is none. */
  latency: { measured: string } | { missing: string };
  spark: string;
  sparkLength: number;
  strip: StripPath[];
  barCount: number;
  recent: Recent;
  uptime: Uptime | null;
};

export type CardOptions = {
  fromMs: number;
  barSec: number;
  isOld: boolean;
  /** Whether the strip is of days instead of the last hour. */
  hasDays: boolean;
  /** Whether announced work on this service is under way. */
  isInWork: boolean;
};

/** A point of the line of latencies stands for so many bars: 15 points an hour. */
const BARS_PER_POINT = 4;
/** Fewer points than these show no course. */
const LEAST_POINTS = 4;

export function toServiceCard(service: ServiceSnapshot, options: CardOptions): ServiceCard {
  const state = stateOfStatus(service.status);
  const hour = parseResults(service.recent.results).map(stateOfResult);
  const bars = options.hasDays ? dayBars(service.days) : hour;
  const spark = highestOfEach(service.recent.latencies, BARS_PER_POINT);
  const word = STATE_WORDS[state];
  return {
    id: service.serviceName,
    name: service.displayName,
    state,
    word: options.isOld ? `was ${word}` : word,
    marks: options.isOld ? [] : marksOf(service, options),
    latency: latencyOf(service, state),
    spark: hasCourse(spark) ? sparkPath(spark) : '',
    sparkLength: Math.max(2, spark.length),
    strip: stripPaths(bars),
    barCount: Math.max(2, bars.length),
    recent: options.hasDays ? daysOf(service.days) : recentOf(hour, options),
    uptime: uptimeOf(service, options),
  };
}

function hasCourse(points: readonly (number | null)[]): boolean {
  return points.filter((point) => point !== null).length >= LEAST_POINTS;
}

function marksOf({ days, isUnstable }: ServiceSnapshot, { isInWork }: CardOptions): Mark[] {
  const ledger = days?.troubles.some(({ state, to }) => state === 'maintenance' && to === null);
  const marks: Mark[] = [];
  if (isInWork || ledger) marks.push({ look: 'maintenance', word: 'Maintenance' });
  if (isUnstable) marks.push({ look: 'unstable', word: 'Unstable' });
  return marks;
}

function latencyOf({ latency }: ServiceSnapshot, state: State): ServiceCard['latency'] {
  if (state === 'unknown') return { missing: 'no data' };
  if (latency !== null) return timed(latency);
  return { missing: state === 'down' ? 'no answer' : 'not timed' };
}

function timed(latencyMs: number): { measured: string } {
  if (latencyMs >= 10_000) return { measured: `${(latencyMs / 1000).toFixed(1)} s` };
  return { measured: latencyMs < 1 ? '< 1 ms' : `${Math.round(latencyMs)} ms` };
}

function uptimeOf(
  { uptimePercentage, coverage }: ServiceSnapshot,
  { hasDays }: CardOptions,
): Uptime | null {
  const measured = coverage === null ? null : `${percentWords(coverage, 1)} measured`;
  if (coverage !== null && coverage < DISPLAYABLE_COVERAGE) {
    return { percent: null, coverage: `${measured}: too little to say` };
  }
  if (uptimePercentage !== null) {
    return { percent: percentWords(uptimePercentage, 2), coverage: measured };
  }
  return hasDays ? { percent: null, coverage: 'not yet' } : null;
}
