import { formatNumber } from '../format-number.ts';
import { METRIC_NAME } from '../labels/label-set.ts';
import type {
  Aggregation,
  Binary,
  Expr,
  Subquery,
  Timing,
  VectorSelector,
} from '../parser/expression.ts';
import { formatDuration } from './format-duration.ts';

/** An expression on one line. */
export function formatFlat(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return expr.isDuration ? formatDuration(expr.value * 1000) : formatNumber(expr.value);
    case 'string':
      return JSON.stringify(expr.value);
    case 'selector':
      return formatSeries(expr) + formatTiming(expr);
    case 'range':
      return `${formatSeries(expr.selector)}[${formatDuration(expr.rangeMs)}]${formatTiming(expr.selector)}`;
    case 'subquery':
      return formatFlat(expr.expr) + formatWindow(expr) + formatTiming(expr);
    case 'paren':
      return `(${formatFlat(expr.expr)})`;
    case 'unary':
      return expr.op + formatFlat(expr.expr);
    case 'call':
      return `${expr.name}(${expr.args.map(formatFlat).join(', ')})`;
    case 'aggregation': {
      const param = expr.param ? `${formatFlat(expr.param)}, ` : '';
      return `${expr.op}${formatGrouping(expr)}(${param}${formatFlat(expr.expr)})`;
    }
    case 'binary':
      return `${formatFlat(expr.left)} ${formatOperator(expr)} ${formatFlat(expr.right)}`;
  }
}

export function formatGrouping({ grouping, without }: Aggregation): string {
  if (without) return ` without (${formatNames(grouping)}) `;
  return grouping.length > 0 ? ` by (${formatNames(grouping)}) ` : '';
}

/** The operator with `bool` and how samples are matched. */
export function formatOperator({ op, bool, matching }: Binary): string {
  const { card, on, labels, include } = matching;
  const group = { 'many-to-one': 'left', 'one-to-many': 'right', 'one-to-one': '' }[card];
  const isMatched = labels.length > 0 || on || group !== '';
  const matched = isMatched ? ` ${on ? 'on' : 'ignoring'} (${formatNames(labels)})` : '';
  const grouped = group === '' ? '' : ` group_${group} (${formatNames(include)})`;
  return `${op}${bool ? ' bool' : ''}${matched}${grouped}`;
}

export function formatWindow({ rangeMs, stepMs }: Subquery): string {
  return `[${formatDuration(rangeMs)}:${stepMs === null ? '' : formatDuration(stepMs)}]`;
}

export function formatTiming({ at, offsetMs }: Timing): string {
  const time = typeof at === 'number' ? (at / 1000).toFixed(3) : `${at}()`;
  const offset = offsetMs === 0 ? '' : ` offset ${formatDuration(offsetMs)}`;
  return (at === null ? '' : ` @ ${time}`) + offset;
}

function formatSeries({ name, matchers }: VectorSelector): string {
  const conditions = matchers
    .filter((matcher) => name === '' || matcher.name !== METRIC_NAME)
    .map((matcher) => `${formatName(matcher.name)}${matcher.op}${JSON.stringify(matcher.value)}`)
    .toSorted();
  return conditions.length === 0 && name !== '' ? name : `${name}{${conditions.join(',')}}`;
}

function formatNames(names: readonly string[]): string {
  return names.map(formatName).join(', ');
}

function formatName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}
