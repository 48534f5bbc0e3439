import { expect, test } from 'vitest';
import { mayMove, statusesBefore } from './transitions.ts';

test.each([
  ['INVESTIGATING', 'IDENTIFIED', true],
  ['INVESTIGATING', 'MONITORING', true],
  ['INVESTIGATING', 'RESOLVED', true],
  ['IDENTIFIED', 'INVESTIGATING', true],
  ['MONITORING', 'INVESTIGATING', true],
  ['MONITORING', 'RESOLVED', true],
  ['IDENTIFIED', 'IDENTIFIED', true],
  ['RESOLVED', 'INVESTIGATING', false],
  ['RESOLVED', 'MONITORING', false],
  ['RESOLVED', 'RESOLVED', false],
] as const)('an update from %s to %s is allowed: %s', (from, to, expected) => {
  expect(mayMove(from, to)).toBe(expected);
});

test.each([
  ['RESOLVED', ['INVESTIGATING', 'IDENTIFIED', 'MONITORING']],
  ['INVESTIGATING', ['INVESTIGATING', 'IDENTIFIED', 'MONITORING']],
  [null, ['INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED']],
] as const)('%s is reached from %j', (to, expected) => {
  expect(statusesBefore(to)).toEqual(expected);
});
