import { expect, test } from 'vitest';
import { toNotices } from './notices.ts';

const session = {
  user: 'u-1',
  role: 'ADMIN',
  entrance: 'origin',
  startedAt: '2026-11-24T14:00:00Z',
  endsAt: '2026-11-24T14:30:00Z',
  isDatabaseAway: false,
  warnings: [],
  breakGlassUsedAt: null,
} as const;

test.each([
  ['nothing', {}, []],
  ['a database that is away', { isDatabaseAway: true }, [/^The database gives no answer/]],
  [
    'the use of the break-glass token',
    { breakGlassUsedAt: '2026-11-24T03:14:00Z' },
    [/24 Nov 2026 at 03:14 UTC/],
  ],
  [
    'each weak setting',
    { warnings: ['Tokens of any issuer', 'Of any audience'] },
    [/^Tokens of any issuer\.$/, /^Of/],
  ],
])('admins are told of %s', (_case, change, said) => {
  const notices = toNotices({ ...session, warnings: [], ...change });
  expect(notices).toEqual(said.map((words) => expect.stringMatching(words)));
});
