import pLimit from 'p-limit';
import {
  judgeServices,
  type Judged,
  type WatchedService,
} from '../../../core/services/judge-services.ts';
import { toRound, type Round } from '../../../core/services/outcome.ts';
import { BAR_COUNT } from '../../../core/snapshot/recent-bars.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import type { FrameRow } from '../../../db/queries/frames.ts';
import { sayOnChange } from '../../shared/log.ts';
import { UnreadablePublication } from '../../shared/publication.ts';
import { readSnapshot } from '../../shared/snapshot-store.ts';
import { decisionRules } from '../probes/decision-rules.ts';
import { probes } from '../probes/index.ts';
import type { Probe } from '../probes/probe.ts';
import { PLACES, runRound, type Probed } from '../probes/run-round.ts';
import { sayOutcome } from '../probes/say-outcome.ts';
import { scrapeIfDue } from '../scrape/scrape-if-due.ts';
import type { Settings } from '../settings.ts';
import { knownBefore, type Before } from './known-before.ts';
import { publish } from './publish.ts';
import { runJobs } from './run-jobs.ts';
import { tendDesk, type Tended } from './tend-desk.ts';
import { addToWindow } from './add-to-window.ts';
import { commitTickOnce, readTickState } from './tick-store.ts';

/** Time and chance come in from outside. */
export type Clock = {
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  newRun: () => string;
};

type TickOptions = { tickMs: number; settings: Settings; clock: Clock };

/** One whole tick: probe, judge, store, publish. Safe to run twice, late, or in two places at once. */
export async function runTick(env: MonitorEnv, options: TickOptions): Promise<void> {
  const { tickMs, settings, clock } = options;
  const slotMs = settings.SLOT_SEC * 1000;
  const slot = { tickMs, slotMs, now: clock.now, limit: pLimit(PLACES) };
  const [state, published, probed, scrape] = await Promise.all([
    readTickState(settings.DATABASE_URL, sinceMs(options)),
    readPublished(env.STATUS_KV),
    runRound(probes, env, { ...slot, sleep: clock.sleep }),
    scrapeIfDue(env, { ...slot, everySlots: settings.SCRAPE_EVERY_SLOTS }),
  ]);
  const frame = await addToWindow(env, { ...options, scrape, probed, state });
  const stored = await store(probed, {
    ...options,
    before: { state, previous: published.snapshot },
    frame,
  });
  if (stored === null) return;
  // Without Postgres and without what is published, a snapshot would forget all that both know.
  if (stored.before.state === null && !published.isKnown) return;
  const tended = await tend(stored, options);
  await publish(env.STATUS_KV, { ...stored, tended, tickMs, settings, nowMs: clock.now() });
  if (stored.isCommitted && settings.DATABASE_URL !== null) {
    const hasChanged = stored.judged.some(
      ({ news }) => news !== null && news.step.closeAtMs !== null,
    );
    const given = { kv: env.STATUS_KV, settings, nowMs: clock.now() };
    await runJobs(settings.DATABASE_URL, { tickMs, slotMs, hasChanged }, given);
  }
}

async function tend(
  { isCommitted, judged, before }: Stored,
  { settings, clock }: TickOptions,
): Promise<Tended | null> {
  if (!isCommitted || settings.DATABASE_URL === null) return null;
  const slotMs = settings.SLOT_SEC * 1000;
  const { previous } = before;
  return tendDesk(settings.DATABASE_URL, { judged, previous, slotMs, nowMs: clock.now() });
}

type Stored = {
  before: Before;
  known: ReturnType<typeof knownBefore>;
  judged: Judged[];
  isCommitted: boolean;
};

/** Judges and commits. Null: another tick has this slot or a later one, and publishes what is newer than this. */
async function store(
  probed: readonly Probed[],
  options: TickOptions & { before: Before; frame: FrameRow | null },
): Promise<Stored | null> {
  const { tickMs, settings, clock, frame } = options;
  let { before } = options;
  // A tick of an earlier slot may come between reading and writing; then this one is judged again after it.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const known = knownBefore(before);
    const judged = judge(probed, { tickMs, settings, before, known });
    const { state } = before;
    if (settings.DATABASE_URL === null || state === null) {
      return { before, known, judged, isCommitted: false };
    }
    const tick = { tickMs, revision: state.revision, run: clock.newRun(), judged, frame };
    const end = await commitTickOnce(settings.DATABASE_URL, tick);
    if (end !== 'lost') return { before, known, judged, isCommitted: end === 'committed' };
    before = { ...before, state: await readTickState(settings.DATABASE_URL, sinceMs(options)) };
    if (before.state !== null && before.state.slotMs >= tickMs) break;
  }
  const slot = new Date(tickMs).toISOString();
  console.log(`The tick of ${slot} was not stored: another one has its slot or a later one`);
  return null;
}

function sinceMs({ tickMs, settings }: TickOptions): number {
  return tickMs - 2 * BAR_COUNT * settings.SLOT_SEC * 1000;
}

type Published = { snapshot: Snapshot | null; isKnown: boolean };

async function readPublished(kv: KVNamespace): Promise<Published> {
  try {
    return { snapshot: await readSnapshot(kv), isKnown: true };
  } catch (error) {
    sayOnChange('published', `Cannot read what is published: ${String(error)}`);
    // What is no snapshot is published anew.
    return { snapshot: null, isKnown: error instanceof UnreadablePublication };
  }
}

type Evidence = {
  tickMs: number;
  settings: Settings;
  before: Before;
  known: ReturnType<typeof knownBefore>;
};

// Only services that are configured are judged: those with a round, and those that were not due.
function judge(probed: readonly Probed[], evidence: Evidence): Judged[] {
  const { tickMs, settings, before, known } = evidence;
  const rounds = probed.flatMap((one) => {
    const round = roundOf(one, tickMs, before);
    sayOutcome(one, round);
    return round ?? [];
  });
  const configured = probed.filter(
    ({ probe, outcome }) =>
      outcome === null || rounds.some(({ serviceName }) => serviceName === probe.serviceName),
  );
  const services = configured.map(({ probe }) => toService(probe, settings));
  return judgeServices(services, {
    tickMs,
    rounds,
    before: (serviceName) => {
      const { record = null, newest = null, recent = [] } = known.get(serviceName) ?? {};
      return { record, newest, results: recent.map(({ result }) => result) };
    },
  });
}

function toService(
  { serviceName, displayName, everySlots }: Probe,
  { SLOT_SEC }: Settings,
): WatchedService {
  const rules = { ...decisionRules(serviceName), intervalSec: SLOT_SEC * everySlots };
  return { serviceName, displayName, rules };
}

function roundOf(
  { probe, checkedAtMs, outcome }: Probed,
  tickMs: number,
  before: Before,
): Round | null {
  if (outcome === null) return null;
  const { serviceName, displayName } = probe;
  const asked = { serviceName, displayName, slotMs: tickMs, checkedAtMs };
  return toRound(asked, outcome, wasMeasured(serviceName, before));
}

function wasMeasured(serviceName: string, { state, previous }: Before): boolean {
  if (state === null) {
    return previous?.services.some((one) => one.serviceName === serviceName) ?? false;
  }
  return state.services.some((one) => one.serviceName === serviceName && one.wasMeasured);
}
