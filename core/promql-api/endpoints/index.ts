import type { Given } from '../answer.ts';
import type { Asked } from '../asked.ts';
import type { Path } from '../paths.ts';
import { answerBuildInfo } from './build-info.ts';
import { answerFormatQuery } from './format-query.ts';
import { answerLabelValues } from './label-values.ts';
import { answerLabels } from './labels.ts';
import { answerMetadata } from './metadata.ts';
import { answerParseQuery } from './parse-query.ts';
import { answerQueryRange } from './query-range.ts';
import { answerQuery } from './query.ts';
import { answerSeries } from './series.ts';

/** What answers each path. Throws an ApiError when it cannot. */
export const endpoints: Record<Path, (asked: Asked) => Given> = {
  query: answerQuery,
  query_range: answerQueryRange,
  labels: answerLabels,
  'label/:name/values': answerLabelValues,
  series: answerSeries,
  metadata: answerMetadata,
  format_query: answerFormatQuery,
  parse_query: answerParseQuery,
  'status/buildinfo': answerBuildInfo,
};
