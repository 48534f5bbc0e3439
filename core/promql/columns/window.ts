import type { Column } from './column.ts';
import type { SeriesIndex } from './series-index.ts';

/** What a query reads: a column for each series of the index; null where a series has no sample. */
export type Window = { index: SeriesIndex; columns: readonly (Column | null)[] };
