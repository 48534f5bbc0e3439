// The heaviest that can be published: as much of everything as its limits allow, and as little alike as can be.
import { overallStatus } from '../../core/services/overall.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { rollDice, type Dice } from './dice.ts';
import { DAY_COUNT, DAY_MS, HOUR_MS, makeSnapshot, MINUTE_MS, toIso } from './make-snapshot.ts';

/** Characters that people may write, and how many troubles of a service are published. */
const TITLE = 120;
const TEXT = 2_000;
const TROUBLES = 8;

export const ALPHABETS = {
  small: Array.from('abcdefghijklmnopqrstuvwxyz '),
  capitals: Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.,/!?()%+'),
  latin: Array.from('etaoin shrdlu cmfwyp vbgkjqxz ETAOIN SHRDLU CMFWYPVBGKJQXZ 0123456789.,-'),
  markup: Array.from(`<>&"' `),
  cyrillic: Array.from('абвгдежзийклмнопрстуфхцчшщъыьэюя АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'),
  twoBytes: signs(0x3a3, 600),
  han: signs(0x4e00, 20_000),
  emoji: signs(0x1f300, 600),
  links: Array.from('abcdefghijk', (letter) => `https://${letter}.io `),
};

function signs(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(from + index));
}

type Plan = { seed: number; alphabet: readonly string[]; letters: string; many: number };
type Incident = Snapshot['incidents'][number];
type Service = Snapshot['services'][number];

/**
 * `letters` are the states that days have; without any there is the last hour instead. `many` is how many there are of
 * what has no limit.
 */
export function worstSnapshot(nowMs: number, { seed, alphabet, letters, many }: Plan): Snapshot {
  const dice = rollDice(seed);
  const base = makeSnapshot(nowMs, {});
  const services = base.services.map((service) => worstService(service, { nowMs, dice, letters }));
  const names = services.map(({ serviceName }) => serviceName);
  const text = (length: number) =>
    Array.from({ length }, () => dice.one(alphabet))
      .join('')
      .slice(0, length)
      .toWellFormed();
  const list = <Item>(make: () => Item) => Array.from({ length: many }, make);
  const write = { title: () => text(TITLE), text: () => text(TEXT), names, nowMs, dice };
  return {
    ...base,
    overall: overallStatus(services.map(({ status }) => status)),
    services,
    incidents: list(() => worstIncident(write, null)),
    history: list(() => worstIncident(write, toIso(nowMs - dice.below(60) * MINUTE_MS))),
    maintenance: [...list(() => worstWork(write, true)), ...list(() => worstWork(write, false))],
    marks: list(() => ({
      kind: dice.one(['unsaid-outage', 'unseen-trouble']),
      services: names,
      about: null,
      since: toIso(nowMs - dice.below(DAY_MS)),
    })),
    banner: {
      text: text(TEXT),
      setAt: toIso(nowMs - dice.below(DAY_MS)),
      until: toIso(nowMs + dice.below(DAY_MS)),
    },
  };
}

type World = { nowMs: number; dice: Dice; letters: string };

function worstService(service: Service, { nowMs, dice, letters }: World): Service {
  const troubles = Array.from({ length: TROUBLES }, () => worstTrouble(nowMs, dice));
  return {
    ...service,
    status: dice.one(['UP', 'DEGRADED', 'DOWN', 'UNKNOWN']),
    latency: dice.one([null, dice.below(30_000)]),
    uptimePercentage: dice.below(100_000) / 1000,
    coverage: dice.one([dice.below(100_000) / 1000, 95 + dice.below(5_000) / 1000]),
    isUnstable: true,
    days:
      letters === ''
        ? null
        : {
            states: Array.from({ length: DAY_COUNT }, () => dice.one(Array.from(letters))).join(''),
            troubles: troubles.toSorted((a, b) => Date.parse(b.from) - Date.parse(a.from)),
            older: dice.below(1000),
          },
    recent: {
      results: Array.from(service.recent.results, () => dice.one(Array.from('ugpd-'))).join(''),
      latencies: service.recent.latencies.map(() => dice.one([null, dice.below(30_000)])),
    },
  };
}

function worstTrouble(nowMs: number, dice: Dice): NonNullable<Service['days']>['troubles'][number] {
  const fromMs = nowMs - dice.below(DAY_COUNT * DAY_MS);
  return {
    state: dice.one(['degraded', 'partial_outage', 'major_outage', 'maintenance', 'unknown']),
    from: toIso(fromMs),
    to: dice.one([null, toIso(fromMs + dice.below(DAY_MS))]),
  };
}

type Writer = {
  title: () => string;
  text: () => string;
  names: string[];
  nowMs: number;
  dice: Dice;
};

function worstIncident(writer: Writer, resolvedAt: string | null): Incident {
  const { title, text, names, nowMs, dice } = writer;
  return {
    id: dice.id(),
    title: title(),
    severity: dice.one(['P1', 'P2', 'P3', 'P4']),
    services: names,
    startedAt: toIso(nowMs - HOUR_MS - dice.below(DAY_COUNT * DAY_MS)),
    resolvedAt,
    isAcknowledged: dice.one([true, false]),
    nextUpdateBy: toIso(nowMs + dice.below(DAY_MS) - HOUR_MS),
    updates: Array.from({ length: 5 }, () => ({
      at: toIso(nowMs - dice.below(DAY_COUNT * DAY_MS)),
      status: dice.one(['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED']),
      text: text(),
      components: names.map((service) => ({ service, state: 'partial_outage' as const })),
      editedAt: dice.one([null, toIso(nowMs)]),
      retractedAt: dice.one([null, toIso(nowMs)]),
    })),
  };
}

function worstWork(writer: Writer, isUnderWay: boolean): Snapshot['maintenance'][number] {
  const { title, text, names, nowMs, dice } = writer;
  const fromMs = isUnderWay ? nowMs - dice.below(DAY_MS) : nowMs + dice.below(DAY_COUNT * DAY_MS);
  return {
    id: dice.id(),
    title: title(),
    text: text(),
    services: names,
    from: toIso(fromMs),
    to: toIso(nowMs + dice.below(DAY_MS) + (isUnderWay ? 0 : DAY_COUNT * DAY_MS)),
    isUnderWay,
    announcedAt: toIso(nowMs - dice.below(DAY_COUNT * DAY_MS)),
  };
}
