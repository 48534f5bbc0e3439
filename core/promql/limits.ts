/** What one query may cost at most, and the two durations that its meaning depends on. */
export type Limits = {
  /** Characters of the expression. */
  length: number;
  /** Levels of nesting of the expression; each operator in a row is a level. */
  depth: number;
  /** Points in time that are evaluated, of the query and of each subquery. */
  steps: number;
  /** Samples that are read or computed, all in all. */
  samples: number;
  /** Instructions of one compiled regular expression. */
  regexSize: number;
  /** How old the newest sample of a series may be. */
  lookbackMs: number;
  /** The step of a subquery that names none. */
  subqueryStepMs: number;
};

export const DEFAULT_LIMITS: Limits = {
  length: 16_384,
  depth: 200,
  steps: 50_000,
  samples: 10_000_000,
  regexSize: 2_000,
  lookbackMs: 5 * 60_000,
  subqueryStepMs: 60_000,
};
