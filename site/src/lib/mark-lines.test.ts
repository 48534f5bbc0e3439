import { expect, test } from 'vitest';
import type { Mark } from '../../../core/snapshot/mark.ts';
import { toMarkLines } from './mark-lines.ts';
import { generatedMs, snapshot } from './snapshot.fixture.ts';

function lines(kind: Mark['kind'], count = 1) {
  const mark = { kind, services: ['redis-cache'], about: null, since: '2026-11-24T14:02:00.000Z' };
  return toMarkLines(snapshot({ marks: Array.from({ length: count }, () => mark) }), generatedMs);
}

test.each<[Mark['kind'], string[]]>([
  ['unsaid-outage', ['Failing since 14:02 UTC, and nobody has said why yet: Redis cache.']],
  ['unseen-trouble', ['An incident is open, but every check passes since 14:02 UTC: Redis cache.']],
  ['late-update', []],
  ['late-work', []],
])('visitors are told of %s: %j', (kind, expected) => {
  expect(lines(kind)).toEqual(expected);
});

test('more than three are not told one by one', () => {
  expect(lines('unsaid-outage', 9)).toHaveLength(3);
});
