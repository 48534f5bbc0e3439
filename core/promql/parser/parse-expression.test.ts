import { describe, expect, test } from 'vitest';
import { compileQuery } from '../compile-query.ts';
import { PromqlError } from '../promql-error.ts';

describe('a refusal says where, and what', () => {
  test.each([
    ['', '1:1: parse error: unexpected end of input'],
    ['a +', '1:4: parse error: unexpected end of input'],
    ['sum(a', '1:6: parse error: unexpected end of input'],
    ['a\n  b', '2:3: parse error: unexpected "b"'],
    ['a & b', '1:3: parse error: unexpected "&"'],
    ['1\u00a0+ 1', '1:2: parse error: unexpected "\u00a0"'],
    ['"a', '1:1: parse error: unterminated quoted string'],
    ['foo(a)', '1:1: parse error: unknown function with name "foo"'],
    [
      'rate(a)',
      '1:6: parse error: expected type range vector in call to function "rate", got instant vector',
    ],
    ['rate()', '1:1: parse error: expected 1 argument(s) in call to "rate", got 0'],
    [
      'round(a, 1, 2)',
      '1:1: parse error: expected at most 2 argument(s) in call to "round", got 3',
    ],
    [
      'sum(1)',
      '1:5: parse error: expected type instant vector in aggregation expression, got scalar',
    ],
    [
      'topk(a)',
      '1:1: parse error: wrong number of arguments for aggregate expression provided, expected 2, got 1',
    ],
    ['sum()', '1:1: parse error: no arguments for aggregate expression provided'],
    ['topk("a", a)', '1:6: parse error: expected type scalar in aggregation parameter, got string'],
    ['1 == 2', '1:3: parse error: comparisons between scalars must use BOOL modifier'],
    ['a + bool b', '1:3: parse error: bool modifier can only be used on comparison operators'],
    ['a and 1', '1:1: parse error: set operator "and" not allowed in binary scalar expression'],
    ['a and on(x) group_left b', '1:1: parse error: no grouping allowed for "and" operation'],
    ['a + on(x) 1', '1:1: parse error: vector matching only allowed between instant vectors'],
    [
      'a + on(x) group_left(x) b',
      '1:3: parse error: label "x" must not occur in ON and GROUP clause at once',
    ],
    [
      'a[5m] + 1',
      '1:1: parse error: binary expression must contain only scalar and instant vector types',
    ],
    [
      '-"a"',
      '1:1: parse error: unary expression only allowed on expressions of type scalar or instant vector, got "string"',
    ],
    ['{}', '1:1: parse error: vector selector must contain at least one non-empty matcher'],
    ['{a=~".*"}', '1:1: parse error: vector selector must contain at least one non-empty matcher'],
    ['a{__name__="b"}', '1:1: parse error: metric name must not be set twice: "a" or "b"'],
    ['a{b=~"("}', '1:3: parse error: error parsing regexp: missing closing ): `(`'],
    ['1[5m]', '1:2: parse error: ranges only allowed for vector selectors'],
    ['a offset 1m[5m]', '1:12: parse error: no offset modifiers allowed before range'],
    ['a @ 1[5m]', '1:6: parse error: no @ modifiers allowed before range'],
    ['a offset 1m offset 2m', '1:1: parse error: offset may not be set multiple times'],
    ['a @ 1 @ 2', '1:1: parse error: @ <timestamp> may not be set multiple times'],
    [
      'sum(a) offset 1m',
      '1:1: parse error: offset modifier must be preceded by an instant vector selector or range vector selector or a subquery',
    ],
    ['a[0s]', '1:3: parse error: duration must be greater than 0'],
    ['a[-5m]', '1:3: parse error: duration must be greater than 0'],
    [
      'a[5m][1m:]',
      '1:1: parse error: subquery is only allowed on instant vector, got matrix instead',
    ],
  ])('%j: %s', (text, message) => {
    expect(() => compileQuery(text)).toThrow(new PromqlError(message, expect.anything()));
  });

  test('with the offsets of the part', () => {
    expect(() => compileQuery('a\n+ rate(b)')).toThrow(
      expect.objectContaining({ position: { start: 9, end: 10, line: 2, column: 8 } }),
    );
  });
});

describe('what is experimental, or works on native histograms, is refused by its name', () => {
  test.each([
    ['a anchored', 'anchored modifier'],
    ['a[5m] smoothed', 'smoothed modifier'],
    ['a + fill(0) b', 'binop fill modifiers'],
    ['a[5m + 1m]', 'experimental duration expression'],
    ['a[step()]', 'experimental duration expression'],
    ['a offset (5m)', 'experimental duration expression'],
    ['a </ 5', 'operator "</"'],
    ['limitk(1, a)', 'limitk()'],
    ['limit_ratio(0.5, a)', 'limit_ratio()'],
    ['info(a)', 'function "info"'],
    ['max_of(1, 2)', 'function "max_of"'],
    ['sort_by_label(a, "b")', 'function "sort_by_label"'],
    ['step()', 'function "step"'],
    ['histogram_quantiles(a, "q", 0.5)', 'function "histogram_quantiles"'],
    ['histogram_count(a)', 'function "histogram_count"'],
    ['histogram_stddev(a)', 'function "histogram_stddev"'],
  ])('%s: %s', (text, name) => {
    expect(() => compileQuery(text)).toThrow(name);
  });
});

// Prometheus takes these; the grammar does not, and they are not worth mending.
test.each(['offset', '0X1F', '0x1_0', 'sum(a) by (b) + ON'])(
  '%s is a gap of the grammar',
  (text) => {
    expect(() => compileQuery(text)).toThrow(PromqlError);
  },
);

describe('operators and what follows an operand bind as in Prometheus', () => {
  test.each([
    ['-2 ^ 2', '-(2 ^ 2)'],
    ['2 ^ -1 ^ 3', '2 ^ (-(1 ^ 3))'],
    ['2 ^ 3 ^ 2', '2 ^ (3 ^ 2)'],
    ['-a * 2', '(-a) * 2'],
    ['a + b offset 1m', 'a + (b offset 1m)'],
    ['-a[5m:]', '-(a[5m:])'],
    ['a or b and c unless d', 'a or ((b and c) unless d)'],
    ['a > b == c', '(a > b) == c'],
    ['a + b % c atan2 d', 'a + ((b % c) atan2 d)'],
    ['1 -1', '1 - 1'],
    ['a offset -2 ^ 2', '(a offset -2) ^ 2'],
  ])('%s is %s', (text, other) => {
    expect(shapeOf(text)).toEqual(shapeOf(other));
  });
});

/** The expression without places and parentheses, or why it is refused. */
function shapeOf(text: string): unknown {
  try {
    return strip(compileQuery(text).expr);
  } catch (error) {
    return error instanceof PromqlError ? error.message.replace(/^\S+/, '') : error;
  }
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value && value.kind === 'paren' && 'expr' in value) return strip(value.expr);
  const parts = Object.entries(value).filter(([key]) => !/span$|^matches$/i.test(key));
  return Object.fromEntries(parts.map(([key, part]) => [key, strip(part)]));
}
