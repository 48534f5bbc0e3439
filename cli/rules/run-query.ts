import {
  compileQuery,
  fromSeries,
  PromqlError,
  type InstantResult,
  type Query,
} from '../../core/promql/index.ts';
import { toQueryData } from '../../core/promql-api/to-query-data.ts';
import { formatResult } from './format-result.ts';
import { placeFiles } from './place-files.ts';
import { readFiles } from './read-files.ts';

/** Times are in milliseconds. */
export type Question = {
  text: string;
  files: readonly string[];
  /** One time or a range; a null is the time of the newest file. */
  span: { atMs: number | null } | { fromMs: number; toMs: number | null; stepMs: number };
  json: boolean;
  nowMs: number;
};

/** Evaluates an expression over files and prints what comes out. Throws an Error for a bad file or a bad expression. */
export async function runQuery({ text, files, span, json, nowMs }: Question): Promise<void> {
  const wantedMs = 'atMs' in span ? span.atMs : span.toMs;
  const placed = placeFiles(files, wantedMs ?? nowMs);
  const endMs = wantedMs ?? Math.max(...placed.map(({ timeMs }) => timeMs));
  try {
    const query = compileQuery(text);
    const window = fromSeries(await readFiles(placed));
    const result = evaluate(query, window, { span, endMs });
    for (const note of [...result.warnings, ...result.infos]) console.error(note);
    const lines = json ? [JSON.stringify(toQueryData(result, endMs))] : formatResult(result);
    for (const line of lines) console.log(line);
  } catch (error) {
    throw error instanceof PromqlError ? withPlace(error) : error;
  }
}

type Times = { span: Question['span']; endMs: number };

function evaluate(
  query: Query,
  window: ReturnType<typeof fromSeries>,
  { span, endMs }: Times,
): InstantResult {
  if ('atMs' in span) return query.evaluateInstant(window, endMs);
  return query.evaluateRange(window, { startMs: span.fromMs, endMs, stepMs: span.stepMs });
}

// An error of the syntax names its place by itself.
function withPlace(error: PromqlError): Error {
  const place = `${error.position.line}:${error.position.column}: `;
  if (error.message.startsWith(place)) return error;
  return new Error(place + error.message, { cause: error });
}
