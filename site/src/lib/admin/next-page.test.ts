import { expect, test } from 'vitest';
import { toNextPage } from './next-page.ts';

test.each([
  ['/admin/audit?page=2', '/admin/audit?page=2'],
  ['/admin', '/admin'],
  [null, '/admin'],
  ['', '/admin'],
  ['/', '/admin'],
  ['/admin/login', '/admin'],
  ['/administrators', '/admin'],
  ['/admin/../api/v1/status', '/admin'],
  ['https://evil.example/admin', '/admin'],
  ['//evil.example/admin', '/admin'],
  ['/\\evil.example/admin', '/admin'],
  ['javascript:alert(1)//admin', '/admin'],
  ['https://status.example@evil.example/admin', '/admin'],
  ['/admin/audit#token=x', '/admin/audit'],
])('who came for %s goes to %s', (wanted, next) => {
  expect(toNextPage(wanted, 'https://status.example')).toBe(next);
});
