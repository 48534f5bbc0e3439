import type * as z from 'zod';
import type { Outcome } from '../../../core/services/outcome.ts';
import type { DetailedHealth, OriginSettings } from './detailed-health.ts';
import type { ProbeResult } from './probe-result.ts';
import { withoutEmpty } from '../without-empty.ts';

export type ProbeContext = {
  /** Ends with the probe's deadline; it covers bodies too. */
  signal: AbortSignal;
  /** The start of this tick's slot. */
  tickMs: number;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** The origin's own report, fetched once a round for all who ask. */
  detailedHealth: (settings: OriginSettings) => Promise<DetailedHealth>;
};

type Parts<Settings> = {
  serviceName: string;
  displayName: string;
  /** Third parties are asked before the origin, so that a hanging origin cannot hold them up. */
  target: 'third-party' | 'origin';
  /** The variables that say where it asks, for whoever must find out why the answer makes no sense. */
  addressedBy: readonly string[];
  /** Probed in every n-th slot only. */
  everySlots?: number;
  /** So many rounds in a row make its state worse, or better; two unless it says otherwise. */
  confirm?: number;
  recover?: number;
  /** An answer that takes longer is degraded; milliseconds. */
  degradedAboveMs?: number;
  /** Its own variables. One that is unset makes the service "not configured". */
  settings: z.ZodType<Settings>;
  run: (settings: Settings, context: ProbeContext) => Promise<ProbeResult>;
};

export type Probe = {
  serviceName: string;
  displayName: string;
  target: 'third-party' | 'origin';
  addressedBy: readonly string[];
  everySlots: number;
  confirm: number;
  recover: number;
  degradedAboveMs: number;
  /** Reads the probe's variables; gives what to run, or what is wrong with them. */
  prepare: (env: object) => Prepared;
};

type Prepared = { run: (context: ProbeContext) => Promise<ProbeResult> } | Outcome;

/** Makes a probe of its parts; its settings stay its own. */
export function defineProbe<Settings>(parts: Parts<Settings>): Probe {
  return {
    serviceName: parts.serviceName,
    displayName: parts.displayName,
    target: parts.target,
    addressedBy: parts.addressedBy,
    everySlots: parts.everySlots ?? 1,
    confirm: parts.confirm ?? 2,
    recover: parts.recover ?? 2,
    degradedAboveMs: parts.degradedAboveMs ?? Infinity,
    prepare(env) {
      const given = withoutEmpty(env);
      const parsed = parts.settings.safeParse(given);
      if (!parsed.success) return explain(parsed.error.issues, given);
      return { run: (context) => parts.run(parsed.data, context) };
    },
  };
}

function explain(issues: readonly z.core.$ZodIssue[], given: object): Outcome {
  const names = issues.map(({ path }) => String(path[0]));
  const unset = names.filter((name) => !(name in given));
  if (unset.length > 0) return { kind: 'not-configured', remedy: `set ${unset.join(', ')}` };
  const message = issues[0]?.message ?? 'unreadable';
  return { kind: 'unknown', reason: `${names[0]} is malformed: ${message}` };
}
