import * as z from 'zod';
import { createSeriesIndex } from '../../core/promql/index.ts';
import { answerApi } from '../../core/promql-api/answer-api.ts';
import { toFailure } from '../../core/promql-api/answer.ts';
import { paths } from '../../core/promql-api/paths.ts';
import { loadWindow } from './window/load-window.ts';
import type { Stores } from './window/open-store.ts';

/** A path of Prometheus' API and its parameters, of which a name may come more than once. */
const Question = z.object({
  path: z.enum(paths.map(({ path }) => path)),
  params: z.array(z.tuple([z.string(), z.string()])).max(200),
});
export type Question = z.infer<typeof Question>;

/** An HTTP status, and a body in JSON. */
export type Answered = { status: number; text: string };

const AWAY = 'the store of the window gives no answer';

/** Answers over the window that ends now. While its store is away, over what is known here, which is said. */
export async function askPrometheus(
  env: Stores,
  question: Question,
  nowMs: number,
): Promise<Answered> {
  const { path, params } = Question.parse(question);
  const { window, isAway } = await loadWindow(env, nowMs);
  const { labels, columns, slots } = window;
  if (isAway && slots.length === 0) return toText(toFailure('unavailable', AWAY));
  const byName = Map.groupBy(params, ([name]) => name);
  const values = Array.from(
    byName,
    ([name, all]) => [name, all.map(([, value]) => value)] as const,
  );
  const asked = { params: new Map(values), window: { index: createSeriesIndex(labels), columns } };
  return toText(answerApi(path, { ...asked, nowMs }, isAway ? [AWAY] : []));
}

function toText({ status, body }: { status: number; body: object }): Answered {
  return { status, text: JSON.stringify(body) };
}
