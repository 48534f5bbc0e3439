import type { UptimeOfRuns } from './compute-uptime.ts';
import { expandRuns, type RoundRun } from './round-run.ts';

/** In one piece: some ten kilobytes. */
const MOST_ROUNDS = 1000;

/**
 * What `pharos uptime` reads, piece by piece: the JSON of a window with its maintenance, its rules and every round.
 * A month of rounds is some megabytes, and is never held whole.
 */
export function* writeUptimeFile({
  window,
  maintenance,
  rules,
  runs,
}: UptimeOfRuns): Generator<string> {
  const head = {
    window: { from: toIso(window.fromMs), to: toIso(window.toMs) },
    maintenance: maintenance.map(({ fromMs, toMs, announcedMs }) => ({
      from: toIso(fromMs),
      to: toIso(toMs),
      ...(announcedMs !== null && { announcedAt: toIso(announcedMs) }),
    })),
    rules,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"rounds":[`;
  let separator = '\n';
  for (const run of runs.flatMap(split)) {
    const lines = expandRuns([run]).map(
      ({ atMs, result }) => `{"at":"${toIso(atMs)}","result":"${result}"}`,
    );
    yield separator + lines.join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

function split(run: RoundRun): RoundRun[] {
  const slotMs = run.intervalSec * 1000;
  return Array.from({ length: Math.ceil(run.count / MOST_ROUNDS) }, (_, index) => {
    const before = index * MOST_ROUNDS;
    const count = Math.min(MOST_ROUNDS, run.count - before);
    return { ...run, firstMs: run.firstMs + before * slotMs, count };
  });
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
