import { expect, test } from 'vitest';
import { toAuditQuery, toPageLink } from './audit-query.ts';

test.each([
  ['', ''],
  ['actor=+u-1+&action=&page=2', 'actor=u-1&page=2'],
  ['from=2026-11-24', 'from=2026-11-24T00:00:00.000Z'],
  ['to=2026-11-24', 'to=2026-11-25T00:00:00.000Z'],
  ['from=yesterday&to=2026-13-45', ''],
  ['colour=red&limit=1000', ''],
])('the filters %j ask for %j', (filters, query) => {
  const asked = toAuditQuery(new URLSearchParams(filters));
  expect(decodeURIComponent(asked.toString())).toBe(query);
});

test('the link to another page keeps the filters that say something', () => {
  const filters = new URLSearchParams('actor=u-1&action=&page=2');
  expect(toPageLink(filters, 3)).toBe('?actor=u-1&page=3');
});
