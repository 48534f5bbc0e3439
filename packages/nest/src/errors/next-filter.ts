import type { ExceptionFilter } from '@nestjs/common';

// Where @Catch() leaves its types.
const CAUGHT_TYPES = '__filterCatchExceptions__';

/** The filter that would catch the exception if `without` were not there: Nest asks the last registered one first. */
export function nextFilter(
  filters: readonly ExceptionFilter[],
  without: ExceptionFilter,
  exception: unknown,
): ExceptionFilter | undefined {
  return filters.findLast((filter) => filter !== without && catches(filter, exception));
}

function catches(filter: ExceptionFilter, exception: unknown): boolean {
  const found: unknown = Reflect.getMetadata(CAUGHT_TYPES, filter.constructor);
  const types = Array.isArray(found) ? found : [];
  return types.length === 0 || types.some((type) => exception instanceof type);
}
