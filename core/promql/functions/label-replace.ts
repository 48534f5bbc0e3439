import { stringArg, vectorArg, type CompiledCall } from '../engine/compiled.ts';
import { compileRelabel } from '../engine/relabel.ts';
import { fail } from '../engine/run.ts';
import { setLabels } from '../labels/label-pool.ts';
import { getLabel } from '../labels/label-set.ts';
import { isLabelName } from '../parser/is-label-name.ts';
import { compileRegex, type Regex } from '../regex/compile-regex.ts';
import { expandTemplate } from '../regex/expand-template.ts';
import { RegexError } from '../regex/regex-error.ts';
import { defineFunction } from './promql-function.ts';

/** Writes a label from groups of a regular expression that matches the whole of another; where it does not, nothing. */
export const labelReplace = defineFunction(
  'label_replace',
  (call) => {
    const label = stringArg(call, 1);
    const template = stringArg(call, 2);
    const source = stringArg(call, 3);
    const regex = compilePattern(call, stringArg(call, 4));
    if (!isLabelName(label)) {
      const message = `invalid destination label name in label_replace(): ${label}`;
      throw fail(call, message, call.call.args[1]?.span ?? call.call.span);
    }
    return compileRelabel(vectorArg(call, 0), {
      label,
      span: call.call.span,
      relabel: (pool, set) => {
        const groups = regex.exec(getLabel(set, source));
        if (!groups) return null;
        const written = expandTemplate(template, { groups, names: regex.names });
        return setLabels(pool, set, [[label, written]]);
      },
    });
  },
  { parameters: ['vector', 'string', 'string', 'string', 'string'] },
);

function compilePattern({ call, limits, text }: CompiledCall, pattern: string): Regex {
  try {
    return compileRegex(pattern, limits.regexSize);
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    const message = `invalid regular expression in label_replace(): ${pattern}`;
    throw fail({ text }, message, call.args[4]?.span ?? call.span);
  }
}
