import { stringArg, vectorArg } from '../engine/compiled.ts';
import { compileRelabel } from '../engine/relabel.ts';
import { fail } from '../engine/run.ts';
import { setLabels } from '../labels/label-pool.ts';
import { getLabel } from '../labels/label-set.ts';
import { isLabelName } from '../parser/is-label-name.ts';
import { defineFunction } from './promql-function.ts';

/** Writes a label from the values of others, with a separator between them. */
export const labelJoin = defineFunction(
  'label_join',
  (call) => {
    const label = stringArg(call, 1);
    const separator = stringArg(call, 2);
    const sources = call.args.slice(3).map((_, index) => stringArg(call, index + 3));
    const wrong = [...sources, label].find((name) => !isLabelName(name));
    if (wrong !== undefined) {
      throw fail(call, `invalid label name in label_join(): ${wrong}`, call.call.span);
    }
    return compileRelabel(vectorArg(call, 0), {
      label,
      span: call.call.span,
      relabel: (pool, set) => {
        const joined = sources.map((source) => getLabel(set, source)).join(separator);
        return setLabels(pool, set, [[label, joined]]);
      },
    });
  },
  { parameters: ['vector', 'string', 'string', 'string'], variadic: -1 },
);
