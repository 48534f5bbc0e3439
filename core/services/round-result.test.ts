import { expect, test } from 'vitest';
import { worstResult, type RoundResult } from './round-result.ts';

test.each<[RoundResult[], RoundResult]>([
  [[], 'none'],
  [['none', 'none'], 'none'],
  [['none', 'up'], 'up'],
  [['up', 'degraded'], 'degraded'],
  [['partial', 'degraded'], 'partial'],
  [['up', 'down', 'none'], 'down'],
])('the worst of %j is %s', (results, expected) => {
  expect(worstResult(results)).toBe(expected);
});
