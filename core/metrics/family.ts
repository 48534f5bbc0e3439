/** The format of a text: Prometheus' own 0.0.4, or OpenMetrics 1.0, which has more types and must end with `# EOF`. */
export type Format = 'text' | 'openmetrics';

export type FamilyType =
  | 'counter'
  | 'gauge'
  | 'histogram'
  | 'summary'
  | 'untyped'
  | 'unknown'
  | 'gaugehistogram'
  | 'stateset'
  | 'info';

/** A metric with all that belongs to it: of a histogram, its buckets, sums and counts. */
export type Family = {
  name: string;
  /** Null until a line says so, or a sample makes it untyped. */
  type: FamilyType | null;
  hasHelp: boolean;
  /** Whether samples are kept: one that is wanted is, as long as it has room. */
  isWanted: boolean;
  isFull: boolean;
  kept: number;
  passed: number;
};

export type Families = {
  format: Format;
  /** By their own names, and by the names of their parts that were seen. */
  byName: Map<string, Family>;
  count: number;
  /** Families to keep, by name; null keeps all. */
  wanted: ReadonlySet<string> | null;
  /** How many samples of a family are kept. */
  room: number;
};

const HISTOGRAM = ['_bucket', '_count', '_sum'];
const SUMMARY = ['_count', '_sum'];
const SUFFIXES: Record<Format, Partial<Record<FamilyType, readonly string[]>>> = {
  text: { histogram: HISTOGRAM, summary: SUMMARY },
  openmetrics: {
    counter: ['_total', '_created'],
    histogram: [...HISTOGRAM, '_created'],
    summary: [...SUMMARY, '_created'],
    gaugehistogram: ['_bucket', '_gcount', '_gsum'],
    info: ['_info'],
  },
};
const ANY_SUFFIX = /_(?:bucket|count|sum|total|created|gcount|gsum|info)$/;
const TYPES: Record<Format, readonly FamilyType[]> = {
  text: ['counter', 'gauge', 'histogram', 'summary', 'untyped'],
  openmetrics: [
    'counter',
    'gauge',
    'histogram',
    'summary',
    'unknown',
    'gaugehistogram',
    'stateset',
    'info',
  ],
};

/** The family that a name belongs to: one that stands above and has parts of this name, or one of this very name. */
export function familyOf(families: Families, name: string): Family {
  const { byName } = families;
  const found = byName.get(name);
  if (found !== undefined) return found;
  const family = findWhole(families, name) ?? createFamily(families, name);
  byName.set(name, family);
  return family;
}

function findWhole({ byName, format }: Families, name: string): Family | null {
  const suffix = ANY_SUFFIX.exec(name)?.[0];
  if (suffix === undefined) return null;
  const whole = byName.get(name.slice(0, -suffix.length));
  if (whole === undefined || whole.type === null) return null;
  return SUFFIXES[format][whole.type]?.includes(suffix) === true ? whole : null;
}

function createFamily(families: Families, name: string): Family {
  families.count += 1;
  return {
    name,
    type: null,
    hasHelp: false,
    isWanted: isWanted(families, name),
    isFull: false,
    kept: 0,
    passed: 0,
  };
}

/** How many samples of wanted families found no room. */
export function countDropped({ byName }: Families): number {
  const full = [...new Set(byName.values())].filter(({ isFull }) => isFull);
  return full.reduce((sum, { passed }) => sum + passed, 0);
}

export function readType(format: Format, text: string): FamilyType | null {
  const lower = text.toLowerCase();
  return TYPES[format].find((type) => type === lower) ?? null;
}

// OpenMetrics names a counter without `_total`; without a type, a part may stand alone.
function isWanted({ wanted }: Families, name: string): boolean {
  if (wanted === null || wanted.has(name) || wanted.has(`${name}_total`)) return true;
  return wanted.has(name.replace(ANY_SUFFIX, ''));
}
