import { expect, test } from 'vitest';
import { toChanges, toEntryWords } from './audit-entry.ts';

const entry = {
  id: '1',
  at: '2026-11-24T14:03:09.000Z',
  actor: 'u-1',
  actorKind: 'user',
  action: 'token.create',
  subject: '00ff',
  before: null,
  after: { name: 'ci' },
  requestId: 'r-1',
} as const;

test('an entry says when, who, what and to what', () => {
  expect(toEntryWords(entry)).toEqual({
    at: '2026-11-24T14:03:09.000Z',
    when: expect.stringMatching(/24.* 14:03 UTC$/),
    who: 'u-1',
    what: 'Token: create',
    subject: '00ff',
    changes: [{ field: 'name', before: '', after: 'ci' }],
  });
});

test.each([
  ['break-glass', 'break-glass', 'break-glass token'],
  ['token', '00ff', '00ff (API token)'],
  ['cli', 'ada', 'ada (command line)'],
] as const)('who is a %s named %s is shown as %s', (actorKind, actor, who) => {
  expect(toEntryWords({ ...entry, actorKind, actor }).who).toBe(who);
});

test.each([
  [null, null, []],
  [{ a: 1 }, { a: 1 }, []],
  [{ a: 1 }, null, [['a', '1', '']]],
  [
    { a: 'x', b: [1] },
    { a: 'y', b: [1, 2], c: null },
    [
      ['a', 'x', 'y'],
      ['b', '[1]', '[1,2]'],
    ],
  ],
  ['text', 7, []],
])('between %j and %j changed %j', (before, after, changes) => {
  const found = toChanges(before, after);
  expect(found.map((change) => [change.field, change.before, change.after])).toEqual(changes);
});
