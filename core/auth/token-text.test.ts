import { expect, test } from 'vitest';
import { formatToken, parseToken } from './token-text.ts';

const id = '00ff00ff00ff00ff';
const secret = `${'aZ_-'.repeat(10)}xyz`;

test('a token is read as it was written, whatever its secret is made of', () => {
  expect(parseToken(formatToken({ id, secret }))).toEqual({ id, secret });
});

test.each([
  ['nothing', ''],
  ['another maker', `ghp_${id}_${secret}`],
  ['a short id', `pharos_00ff_${secret}`],
  ['an id in capitals', `pharos_${id.toUpperCase()}_${secret}`],
  ['a short secret', `pharos_${id}_${secret.slice(1)}`],
  ['a long secret', `pharos_${id}_${secret}x`],
  ['a foreign letter', `pharos_${id}_${secret.slice(1)}+`],
  ['a new line at the end', `pharos_${id}_${secret}\n`],
])('%s is no token', (_case, text) => {
  expect(parseToken(text)).toBeNull();
});
