// Prometheus' own tool says of every text of the corpus what our parser does, or the corpus says why not.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { corpus } from '../core/metrics/testing/corpus.ts';
import { parseText } from '../core/metrics/testing/parse-text.ts';

const found = spawnSync('promtool', ['--version']).status === 0;
const skipped = found ? '' : ' (skipped: no promtool on PATH)';

describe.skipIf(!found)(`promtool check metrics${skipped}`, () => {
  test.each(corpus)('$name', ({ text, promtoolDiffers }) => {
    const { status } = spawnSync('promtool', ['check', 'metrics'], { input: text });
    // 1: it cannot be read; 3: it can, and its names could be better.
    expect([0, 1, 3]).toContain(status);
    const isTaken = typeof parseText(text) !== 'string';
    expect(isTaken).toBe(promtoolDiffers === undefined ? status !== 1 : status === 1);
  });
});

test('the corpus is large, and differs in few places', () => {
  expect(corpus.filter(({ isGood }) => isGood).length).toBeGreaterThan(40);
  expect(corpus.filter(({ isGood }) => !isGood).length).toBeGreaterThan(60);
  expect(corpus.filter(({ promtoolDiffers }) => promtoolDiffers).length).toBeLessThan(20);
});
