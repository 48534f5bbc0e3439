import { Series } from './expand-series.ts';

/** What is wrong with recurring work, by field, as people can read it; null: nothing. */
export function explainSeries(series: unknown): string | null {
  const parsed = Series.safeParse(series);
  if (parsed.success) return null;
  return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
