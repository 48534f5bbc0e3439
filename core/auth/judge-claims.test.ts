import { expect, test } from 'vitest';
import { judgeClaims } from './judge-claims.ts';

const NOW = 1_800_000_000;
const claims = { sub: 'u-1', role: 'ADMIN', exp: NOW + 60 };
const rules = { nowMs: NOW * 1000, impliedRole: null };

test.each([
  ['one admin role', {}, 'ADMIN'],
  ['the higher one', { role: 'SUPER_ADMIN' }, 'SUPER_ADMIN'],
  ['its role in a list of one', { role: undefined, roles: ['ADMIN'] }, 'ADMIN'],
  ['the same role in both places', { roles: ['ADMIN'] }, 'ADMIN'],
  ['an end that was up to 30 s ago', { exp: NOW - 29 }, 'ADMIN'],
  ['a beginning up to 30 s ahead', { nbf: NOW + 30, iat: NOW + 30 }, 'ADMIN'],
  ['a day ahead of it', { exp: NOW + 86_400 }, 'ADMIN'],
  ['an access token', { type: 'access' }, 'ADMIN'],
])('a token with %s is admitted', (_case, change, role) => {
  expect(judgeClaims({ ...claims, ...change }, rules)).toMatchObject({
    kind: 'admitted',
    user: 'u-1',
    role,
    jti: null,
  });
});

test.each([
  ['no end', { exp: undefined }],
  ['an end in words', { exp: String(NOW + 60) }],
  ['an end of null', { exp: null }],
  ['an end beyond all numbers', { exp: Infinity }],
  ['an end 30 s ago', { exp: NOW - 30 }],
  ['more than a day ahead of it', { exp: NOW + 86_400 + 31 }],
  ['a beginning 31 s ahead', { nbf: NOW + 31 }],
  ['an issue 31 s ahead', { iat: NOW + 31 }],
  ['a beginning in words', { nbf: 'soon' }],
  ['no subject', { sub: undefined }],
  ['an empty subject', { sub: '' }],
  ['a subject that is no text', { sub: 7 }],
  ['a subject of 65 letters', { sub: 'u'.repeat(65) }],
  ['an id that is no text', { jti: 7 }],
  ['the type refresh', { type: 'refresh' }],
  ['the use refresh_token', { token_use: 'refresh_token' }],
  ['the mark of a refresh token', { isRefreshToken: true }],
])('a token with %s is not accepted', (_case, change) => {
  expect(judgeClaims({ ...claims, ...change }, rules)).toMatchObject({
    because: 'unauthenticated',
  });
});

test.each([
  ['no role', { role: undefined }],
  ['another role', { role: 'USER' }],
  ['its role in small letters', { role: 'admin' }],
  ['its role with a space', { role: 'ADMIN ' }],
  ['two roles', { role: undefined, roles: ['ADMIN', 'SUPER_ADMIN'] }],
  ['two roles in two places', { roles: ['SUPER_ADMIN'] }],
  ['a role beside its admin role', { role: undefined, roles: ['USER', 'ADMIN'] }],
  ['a list of lists', { role: undefined, roles: [['ADMIN']] }],
  ['a role of null', { role: null }],
  ['an empty list', { role: undefined, roles: [] }],
])('a token with %s is forbidden', (_case, change) => {
  expect(judgeClaims({ ...claims, ...change }, rules)).toMatchObject({ because: 'forbidden' });
});

test.each([null, [], [1], 'x', 7, true, undefined])('claims that are %j are refused', (payload) => {
  expect(judgeClaims(payload, rules)).toMatchObject({ because: 'unauthenticated' });
});

test('an implied role is for who comes without one, and for nobody else', () => {
  const implying = { ...rules, impliedRole: 'ADMIN' } as const;
  const { role: _role, ...bare } = claims;
  expect(judgeClaims(bare, implying)).toMatchObject({ role: 'ADMIN' });
  expect(judgeClaims({ ...bare, role: 'USER' }, implying)).toMatchObject({ because: 'forbidden' });
});
