import { expect, test } from 'vitest';
import { stripPaths } from './strip.ts';

test('equal bars in a row are one sub-path', () => {
  expect(stripPaths(Array.from({ length: 60 }, () => 'up' as const))).toEqual([
    { state: 'up', path: 'M0 0h60' },
  ]);
});

test('each state has one path, and together they cover every bar once', () => {
  expect(stripPaths(['unknown', 'up', 'down', 'down', 'up'])).toEqual([
    { state: 'up', path: 'M1 0h1m2 0h1' },
    { state: 'down', path: 'M2 0h2' },
    { state: 'unknown', path: 'M0 0h1' },
  ]);
});

test('no bars draw nothing', () => {
  expect(stripPaths([])).toEqual([]);
});
