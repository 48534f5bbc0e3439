import { parseResults } from '../../../core/snapshot/recent-bars.ts';
import type { ServiceSnapshot } from '../../../core/snapshot/snapshot.ts';
import { recentOf, type Recent } from './recent.ts';
import { sparkPath } from './spark.ts';
import { STATE_WORDS, stateOfResult, stateOfStatus, type State } from './state.ts';
import { stripPaths, type StripPath } from './strip.ts';

type Uptime = { percent: string; coverage: string | null };

export type ServiceCard = {
  id: string;
  name: string;
  state: State;
  icon: State;
  word: string;
  /** The last latency, or why there is none. */
  latency: { measured: string } | { missing: string };
  spark: string;
  strip: StripPath[];
  barCount: number;
  recent: Recent;
  uptime: Uptime | null;
};

export type CardOptions = { fromMs: number; barSec: number; isOld: boolean };

export function toServiceCard(service: ServiceSnapshot, options: CardOptions): ServiceCard {
  const state = stateOfStatus(service.status);
  const bars = parseResults(service.recent.results).map(stateOfResult);
  const word = STATE_WORDS[state];
  return {
    id: service.serviceName,
    name: service.displayName,
    state,
    icon: options.isOld ? 'unknown' : state,
    word: options.isOld ? `was ${word}` : word,
    latency: latencyOf(service, state),
    spark: sparkPath(service.recent.latencies),
    strip: stripPaths(bars),
    barCount: Math.max(2, bars.length),
    recent: recentOf(bars, options),
    uptime: uptimeOf(service),
  };
}

function latencyOf({ latency }: ServiceSnapshot, state: State): ServiceCard['latency'] {
  switch (state) {
    case 'unknown':
      return { missing: 'no data' };
    case 'down':
      return latency === null ? { missing: 'no answer' } : timed(latency);
    case 'up':
    case 'degraded':
      return latency === null ? { missing: 'not timed' } : timed(latency);
  }
}

function timed(latencyMs: number): { measured: string } {
  if (latencyMs >= 10_000) return { measured: `${(latencyMs / 1000).toFixed(1)} s` };
  return { measured: latencyMs < 1 ? '< 1 ms' : `${Math.round(latencyMs)} ms` };
}

function uptimeOf({ uptimePercentage, coverage }: ServiceSnapshot): Uptime | null {
  if (uptimePercentage === null) return null;
  return {
    percent: `${percentWords(uptimePercentage, 2)} up`,
    coverage: coverage === null ? null : `${percentWords(coverage, 1)} seen`,
  };
}

// Cut, not rounded: 99.996 % is not 100 %. The tiny addend makes up for what binary fractions lose.
function percentWords(percent: number, digits: number): string {
  if (percent >= 100) return '100 %';
  const scale = 10 ** digits;
  return `${(Math.floor(percent * scale + 1e-6) / scale).toFixed(digits)} %`;
}
