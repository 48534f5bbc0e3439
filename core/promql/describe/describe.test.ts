import { describe, expect, test } from 'vitest';
import { compileQuery } from '../compile-query.ts';
import {
  findReach,
  formatExpression,
  listMetricNames,
  listSelectors,
  toSyntaxTree,
} from './index.ts';

const MINUTE_MS = 60_000;

test.each([
  ['a + b offset 5m', ['a', 'b']],
  ['rate(a[5m]) / ignoring(x) rate(a[1h])', ['a']],
  ['{__name__="a"} or {"b"}', ['a', 'b']],
  ['time()', []],
  ['{__name__=~"a.*"}', null],
  ['a and {job="x"}', null],
])('%s reads the metrics %j', (text, names) => {
  expect(listMetricNames(compileQuery(text).expr)).toEqual(names);
});

test('selectors are those of every part', () => {
  const { expr } = compileQuery('topk(scalar(k), max_over_time(a[1h:1m])) or -b offset 5m > (c)');
  expect(listSelectors(expr).map(({ name }) => name)).toEqual(['k', 'a', 'b', 'c']);
});

test.each([
  ['a', 5],
  ['a offset 10m', 15],
  ['a offset -3m', 2],
  ['rate(a[20m])', 20],
  ['rate(a[20m] offset 5m) + b', 25],
  ['max_over_time(rate(a[5m])[1h:1m] offset 10m)', 75],
  ['max_over_time(a[1h:])', 65],
  ['a @ 100', Infinity],
  ['a @ end()', Infinity],
  ['time() + 1', 0],
])('%s looks back %d minutes', (text, minutes) => {
  expect(findReach(compileQuery(text).expr)).toBe(minutes * MINUTE_MS);
});

describe('format', () => {
  test.each([
    ['SUM BY(a,b)(rate( x{c="d" , a!="e"}[90s]))', 'sum by (a, b) (rate(x{a!="e",c="d"}[1m30s]))'],
    ['sum(x)without()', 'sum without () (x)'],
    ['a==bool on(x)group_left(y)b', 'a == bool on (x) group_left (y) b'],
    ['a*ignoring(x)b', 'a * ignoring (x) b'],
    ['x[1d:]@start() offset -1w', 'x[1d:] @ start() offset -1w'],
    ['x offset 5m @ 1.5', 'x @ 1.500 offset 5m'],
    ['-1 + 0x10 + 1e3 + 5m', '-1 + 16 + 1000 + 5m'],
    ['topk(3, (x))', 'topk(3, (x))'],
    ['{"my.metric", a="\\"b\\""}', '{__name__="my.metric",a="\\"b\\""}'],
    ['sum by ("my.label") (x)', 'sum by ("my.label") (x)'],
    ['-x ^ 2', '-x ^ 2'],
  ])('%s is %s', (text, formatted) => {
    const { expr } = compileQuery(text);
    expect(formatExpression(expr)).toBe(formatted);
    expect(formatExpression(compileQuery(formatted).expr)).toBe(formatted);
  });

  test('a long expression has its parts on lines of their own', () => {
    const rate = 'rate(http_requests_total{route="/api/v1/items",status=~"5.."}[5m])';
    expect(
      formatExpression(compileQuery(`sum by (route) (${rate}) / sum(${rate}) > 0.05`).expr),
    ).toBe(
      `    sum by (route) (${rate})
  /
    sum(${rate})
>
  0.05`,
    );
    expect(formatExpression(compileQuery(`sum by (route) (${rate} + ${rate})`).expr)).toBe(
      `sum by (route) (
    ${rate}
  +
    ${rate}
)`,
    );
  });
});

test('the syntax tree is that of parse_query', () => {
  expect(toSyntaxTree(compileQuery('sum by (a) (rate(x{b="c"}[5m] offset 1m)) > 1').expr)).toEqual({
    type: 'binaryExpr',
    op: '>',
    bool: false,
    matching: null,
    lhs: {
      type: 'aggregation',
      op: 'sum',
      param: null,
      grouping: ['a'],
      without: false,
      expr: {
        type: 'call',
        func: { name: 'rate', argTypes: ['matrix'], variadic: 0, returnType: 'vector' },
        args: [
          {
            type: 'matrixSelector',
            name: 'x',
            range: 300_000,
            rangeExpr: null,
            offset: 60_000,
            offsetExpr: null,
            timestamp: null,
            startOrEnd: null,
            anchored: false,
            smoothed: false,
            matchers: [
              { name: 'b', value: 'c', type: '=' },
              { name: '__name__', value: 'x', type: '=' },
            ],
          },
        ],
      },
    },
    rhs: { type: 'numberLiteral', val: '1' },
  });
  expect(toSyntaxTree(compileQuery('a or on(x) b').expr)).toMatchObject({
    matching: { card: 'many-to-many', on: true, labels: ['x'], include: [] },
  });
});
