import { expect, test } from 'vitest';
import { hideSecrets } from './hide-secrets.ts';
import { redact } from './redact.ts';

test.each([
  ['GET /x?token=abc&limit=1 failed', 'GET /x?token=[hidden]&limit=[hidden] failed'],
  ['postgres://shop:hunter2@db:5432/shop', 'postgres://[hidden]@db:5432/shop'],
  ['Authorization: Bearer abc.def-123', 'Authorization: Bearer [hidden]'],
  ['jwt eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl expired', 'jwt [hidden] expired'],
  ['No such key: sk_live_4eC39HqLyjW', 'No such key: [hidden]'],
  ['mail to ada@example.org bounced', 'mail to [hidden] bounced'],
  ['card 4242 4242 4242 4242 declined', 'card [hidden] declined'],
  ['password="hunter2", retry', 'password="[hidden]", retry'],
  ['{"client_secret":"hunter2"}', '{"client_secret":"[hidden]"}'],
  ['key 9f86d081884c7d659a2feaa0c55ad015', 'key [hidden]'],
  ['order 7c9e6679-7425-40de-944b-e07fc1f90ae7', 'order 7c9e6679-7425-40de-944b-e07fc1f90ae7'],
  [
    'at listProducts (/app/products.service.js:12:7)',
    'at listProducts (/app/products.service.js:12:7)',
  ],
  [
    'duplicate key value violates unique constraint',
    'duplicate key value violates unique constraint',
  ],
])('%s is shown as %s', (text, shown) => {
  expect(hideSecrets(text)).toBe(shown);
});

test.each<[string, unknown, unknown]>([
  [
    'names that mean secrets',
    { Password: 'a', api_key: 'b', 'x-auth': 1, pin: 2 },
    { Password: '[hidden]', api_key: '[hidden]', 'x-auth': '[hidden]', pin: '[hidden]' },
  ],
  [
    'names that only look so',
    { shipping: 'fast', keyboard: 'de' },
    { shipping: 'fast', keyboard: 'de' },
  ],
  ['depth', { a: { b: { c: { d: 1 } } } }, { a: { b: { c: { d: 1 } } } }],
  ['too much depth', { a: { b: { c: { d: { e: 1 } } } } }, { a: { b: { c: { d: '[more]' } } } }],
  ['bytes', { file: Buffer.alloc(9) }, { file: '[9 bytes]' }],
  ['long text', 'x'.repeat(121), `${'x'.repeat(120)}…`],
  ['nothing', undefined, undefined],
])('%s', (_case, body, shown) => {
  expect(redact(body)).toEqual(shown);
});

test('a body that contains itself ends', () => {
  const body: Record<string, unknown> = { name: 'x' };
  body['self'] = body;
  expect(JSON.stringify(redact(body))).toContain('[more]');
});

test('a body that throws when it is read is unreadable', () => {
  const body = {
    get a() {
      throw new Error('no');
    },
  };
  expect(redact(body)).toBe('[unreadable]');
});

test('the host names fields of its own', () => {
  expect(redact({ taxId: 'DE1' }, ['tax_id'])).toEqual({ taxId: '[hidden]' });
});
