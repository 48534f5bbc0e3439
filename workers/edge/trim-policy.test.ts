import { expect, test } from 'vitest';
import { trimPolicy } from './trim-policy.ts';

// SHA-256 of "a" and of nothing.
const A = "'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='";
const NOTHING = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

test.each([
  ['a script', '<script type="module">a</script>', `script-src 'self' ${A}`],
  ['a style', '<p></p><style>a</style>', `script-src 'self' ${A}`],
  ['several', '<style>a</style><script src="x"></script>', `script-src 'self' ${A} ${NOTHING}`],
  ['neither', '<p>a</p>', `script-src 'self'`],
])('of a page with %s the policy keeps what is in it', async (_case, html, policy) => {
  expect(await trimPolicy(`script-src 'self' ${A} ${NOTHING}`, html)).toBe(policy);
});

test('what is no hash stays', async () => {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
  expect(await trimPolicy(policy, '<p>')).toBe(policy);
});
