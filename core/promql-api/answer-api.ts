import { ApiError, toAnswer, toFailure, type Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import { endpoints } from './endpoints/index.ts';
import type { Path } from './paths.ts';

/** Answers what is asked of Prometheus' HTTP API over a window, in its form; `warnings` are said beside the answer. */
export function answerApi(path: Path, asked: Asked, warnings: readonly string[] = []): Answer {
  try {
    const given = endpoints[path](asked);
    return toAnswer({ ...given, warnings: [...(given.warnings ?? []), ...warnings] });
  } catch (error) {
    if (error instanceof ApiError) return toFailure(error.errorType, error.message);
    throw error;
  }
}
