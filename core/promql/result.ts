/** A series without its values. */
type Labels = Record<string, string>;

/** A time in milliseconds, and the value at it. */
export type Point = [timeMs: number, value: number];

type ScalarResult = { type: 'scalar'; value: number };
type StringResult = { type: 'string'; value: string };
export type VectorResult = { type: 'vector'; series: { labels: Labels; value: number }[] };
export type MatrixResult = { type: 'matrix'; series: { labels: Labels; points: Point[] }[] };

/** What is said beside a result, each once. */
type Annotations = { warnings: string[]; infos: string[] };

export type InstantResult = (ScalarResult | StringResult | VectorResult | MatrixResult) &
  Annotations;
export type RangeResult = MatrixResult & Annotations;
