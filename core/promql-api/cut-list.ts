import type { Given } from './answer.ts';
import { invalid, paramOf, type Asked } from './asked.ts';

/** Series, names or values in one answer. */
const MOST = 10_000;

/** As many of a list as were asked for, and a warning where that is not all. Throws an ApiError for a limit that is none. */
export function cutList<T>(
  asked: Asked,
  list: readonly T[],
): Required<Omit<Given, 'infos'>> & { data: T[] } {
  const text = paramOf(asked, 'limit') ?? '0';
  if (!/^\d{1,9}$/.test(text)) throw invalid('limit', `cannot parse "${text}" to a valid number`);
  const limit = Math.min(Number(text) || MOST, MOST);
  const warnings = list.length > limit ? ['results truncated due to limit'] : [];
  return { data: list.slice(0, limit), warnings };
}
