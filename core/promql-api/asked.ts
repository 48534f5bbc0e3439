import type { Window } from '../promql/columns/window.ts';
import { compileQuery, type Query } from '../promql/compile-query.ts';
import type { Limits } from '../promql/limits.ts';
import { PromqlError } from '../promql/promql-error.ts';
import { ApiError } from './answer.ts';
import { readTime } from './read-time.ts';

/** What is asked of an endpoint, over what is known at `nowMs`. */
export type Asked = { params: Params; window: Window; nowMs: number };

/** Parameters, of which a name may come more than once. */
type Params = ReadonlyMap<string, readonly string[]>;

/** What one query of the API may cost: less than one of a rule. */
const LIMITS: Partial<Limits> = { samples: 2_000_000, steps: 11_001 };

export function paramOf({ params }: Asked, name: string): string | null {
  return params.get(name)?.[0] ?? null;
}

/** A time in milliseconds. Throws an ApiError for what is none. */
export function timeOf(asked: Asked, name: string, otherwise: number | null): number {
  const text = paramOf(asked, name) ?? '';
  const timeMs = text === '' ? otherwise : readTime(text);
  if (timeMs === null) throw invalid(name, `cannot parse "${text}" to a valid timestamp`);
  return timeMs;
}

/** Compiles the expression of a parameter. Throws an ApiError for what is none. */
export function compileParam(name: string, text: string): Query {
  try {
    return compileQuery(text, LIMITS);
  } catch (error) {
    if (error instanceof PromqlError) throw invalid(name, error.message);
    throw error;
  }
}

export function invalid(name: string, message: string): ApiError {
  return new ApiError('bad_data', `invalid parameter "${name}": ${message}`);
}

/** Evaluates. Throws an ApiError when the query fails. */
export function evaluate<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof PromqlError) throw new ApiError('execution', error.message);
    throw error;
  }
}
