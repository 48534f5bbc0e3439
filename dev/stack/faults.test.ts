import { expect, test } from 'vitest';
import { createFaults, FaultName } from './faults.ts';
import type { FaultMode } from './serve.ts';

const fine = async () => {};
const allFine = {
  postgres: fine,
  upstash: fine,
  relay: fine,
  stripe: fine,
  s3: fine,
  neutral: fine,
};

test('a fault reaches its own server and no other', async () => {
  const calls: [string, FaultMode][] = [];
  const record = (name: string) => async (mode: FaultMode) => void calls.push([name, mode]);
  const faults = createFaults({ ...allFine, stripe: record('stripe'), s3: record('s3') });

  await faults.set('stripe', 'hang');

  expect(calls).toEqual([['stripe', 'hang']]);
  expect(faults.get()).toMatchObject({ stripe: 'hang', s3: 'ok' });
});

test('every server starts without a fault', () => {
  const modes = createFaults(allFine).get();
  expect(modes).toEqual(Object.fromEntries(FaultName.options.map((name) => [name, 'ok'])));
});

test('a mode that a server did not take is not shown', async () => {
  const faults = createFaults({ ...allFine, s3: () => Promise.reject(new Error('no server')) });

  await expect(faults.set('s3', 'refuse')).rejects.toThrow('no server');
  expect(faults.get().s3).toBe('ok');
});

test('what get gives is a copy', () => {
  const faults = createFaults(allFine);
  faults.get().relay = 'cut';
  expect(faults.get().relay).toBe('ok');
});
