import { abs } from './abs.ts';
import { acos } from './acos.ts';
import { acosh } from './acosh.ts';
import { asin } from './asin.ts';
import { asinh } from './asinh.ts';
import { atan } from './atan.ts';
import { atanh } from './atanh.ts';
import { ceil } from './ceil.ts';
import { clampMax } from './clamp-max.ts';
import { clampMin } from './clamp-min.ts';
import { clamp } from './clamp.ts';
import { cos } from './cos.ts';
import { cosh } from './cosh.ts';
import { deg } from './deg.ts';
import { exp } from './exp.ts';
import { floor } from './floor.ts';
import { ln } from './ln.ts';
import { log10 } from './log10.ts';
import { log2 } from './log2.ts';
import { rad } from './rad.ts';
import { round } from './round.ts';
import { sgn } from './sgn.ts';
import { sin } from './sin.ts';
import { sinh } from './sinh.ts';
import { sqrt } from './sqrt.ts';
import { tan } from './tan.ts';
import { tanh } from './tanh.ts';
import { dayOfMonth } from './day-of-month.ts';
import { dayOfWeek } from './day-of-week.ts';
import { dayOfYear } from './day-of-year.ts';
import { daysInMonth } from './days-in-month.ts';
import { hour } from './hour.ts';
import { minute } from './minute.ts';
import { month } from './month.ts';
import { year } from './year.ts';
import { avgOverTime } from './avg-over-time.ts';
import { changes } from './changes.ts';
import { countOverTime } from './count-over-time.ts';
import { delta } from './delta.ts';
import { deriv } from './deriv.ts';
import { doubleExponentialSmoothing } from './double-exponential-smoothing.ts';
import { firstOverTime } from './first-over-time.ts';
import { idelta } from './idelta.ts';
import { increase } from './increase.ts';
import { irate } from './irate.ts';
import { lastOverTime } from './last-over-time.ts';
import { madOverTime } from './mad-over-time.ts';
import { maxOverTime } from './max-over-time.ts';
import { minOverTime } from './min-over-time.ts';
import { predictLinear } from './predict-linear.ts';
import { presentOverTime } from './present-over-time.ts';
import { quantileOverTime } from './quantile-over-time.ts';
import { rate } from './rate.ts';
import { resets } from './resets.ts';
import { stddevOverTime } from './stddev-over-time.ts';
import { stdvarOverTime } from './stdvar-over-time.ts';
import { sumOverTime } from './sum-over-time.ts';
import { tsOfFirstOverTime } from './ts-of-first-over-time.ts';
import { tsOfLastOverTime } from './ts-of-last-over-time.ts';
import { tsOfMaxOverTime } from './ts-of-max-over-time.ts';
import { tsOfMinOverTime } from './ts-of-min-over-time.ts';
import { absentOverTime } from './absent-over-time.ts';
import { absent } from './absent.ts';
import { histogramFraction } from './histogram-fraction.ts';
import { histogramQuantile } from './histogram-quantile.ts';
import { labelJoin } from './label-join.ts';
import { labelReplace } from './label-replace.ts';
import { pi } from './pi.ts';
import { scalar } from './scalar.ts';
import { time } from './time.ts';
import { timestamp } from './timestamp.ts';
import { vector } from './vector.ts';
import { sortDesc } from './sort-desc.ts';
import { sort } from './sort.ts';
import { end } from './end.ts';
import { start } from './start.ts';
import type { PromqlFunction } from './promql-function.ts';

const list: PromqlFunction[] = [
  abs,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atanh,
  ceil,
  clampMax,
  clampMin,
  clamp,
  cos,
  cosh,
  deg,
  exp,
  floor,
  ln,
  log10,
  log2,
  rad,
  round,
  sgn,
  sin,
  sinh,
  sqrt,
  tan,
  tanh,
  dayOfMonth,
  dayOfWeek,
  dayOfYear,
  daysInMonth,
  hour,
  minute,
  month,
  year,
  avgOverTime,
  changes,
  countOverTime,
  delta,
  deriv,
  doubleExponentialSmoothing,
  firstOverTime,
  idelta,
  increase,
  irate,
  lastOverTime,
  madOverTime,
  maxOverTime,
  minOverTime,
  predictLinear,
  presentOverTime,
  quantileOverTime,
  rate,
  resets,
  stddevOverTime,
  stdvarOverTime,
  sumOverTime,
  tsOfFirstOverTime,
  tsOfLastOverTime,
  tsOfMaxOverTime,
  tsOfMinOverTime,
  absentOverTime,
  absent,
  histogramFraction,
  histogramQuantile,
  labelJoin,
  labelReplace,
  pi,
  scalar,
  time,
  timestamp,
  vector,
  sortDesc,
  sort,
  end,
  start,
];

/** The functions, by their names in an expression. */
export const functions: ReadonlyMap<string, PromqlFunction> = new Map(
  list.map((definition) => [definition.name, definition]),
);
