import { expect, test } from 'vitest';
import { hideSecrets } from './hide-secrets.ts';

const env = {
  ORIGIN_TOKEN: 'token-1234',
  STRIPE_SECRET_KEY: 'token-1234-5678',
  UPSTASH_REDIS_REST_TOKEN: 'local',
  DATABASE_URL: 'postgres://shop:p%40ssw0rd@db.example/shop',
  PRODUCT_NAME: 'KTBlog shop',
  STOREFRONT_URL: undefined,
};

test.each([
  ['refused token-1234', 'refused …'],
  ['refused token-1234-5678, token-1234', 'refused …, …'],
  ['postgres://shop:p%40ssw0rd@db.example', 'postgres://shop:…@db.example'],
  ['password is p@ssw0rd', 'password is …'],
  ['the local KTBlog shop', 'the local KTBlog shop'],
])('%j is shown as %j', (text, shown) => {
  expect(hideSecrets(text, env)).toBe(shown);
});
