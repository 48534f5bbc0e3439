import { Logger } from '@nestjs/common';
import { Registry } from 'prom-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KtMetrics } from './metrics/index.ts';
import { ScrapeWatch } from './scrape-watch.ts';
import { readSettings } from './settings.ts';

const MINUTE_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function watch(alarmAfterMs?: number) {
  const registry = new Registry();
  const options = {
    registry,
    ...(alarmAfterMs !== undefined && { scrapeWatch: { alarmAfterMs } }),
  };
  const said: string[] = [];
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((text) => void said.push(String(text)));
  vi.spyOn(Logger.prototype, 'log').mockImplementation((text) => void said.push(String(text)));
  const watching = new ScrapeWatch(new KtMetrics(registry), readSettings(options, {}));
  return {
    said,
    watching,
    pass: (ms: number) => {
      vi.setSystemTime(Date.now() + ms);
      watching.check();
    },
    gauge: async () =>
      (await registry.getSingleMetric('metrics_scrape_age_seconds')?.get())?.values[0]?.value,
  };
}

test('five minutes without a scrape are said once, and their end', async () => {
  const { said, watching, pass } = watch();
  pass(5 * MINUTE_MS - 1);
  expect(said).toEqual([]);
  pass(1);
  pass(MINUTE_MS);
  expect(said).toEqual(['Nobody has read the metrics for 5 minutes: alerts on them are blind']);
  watching.recordScrape();
  expect(said.slice(1)).toEqual(['Metrics are read again']);
  pass(4 * MINUTE_MS);
  expect(said).toHaveLength(2);
});

test('the gauge has the silence before this scrape', async () => {
  const { watching, gauge } = watch();
  vi.setSystemTime(Date.now() + 30_000);
  watching.recordScrape();
  expect(await gauge()).toBe(30);
});

test('no alarm is wanted: none is raised', () => {
  const { said, pass } = watch(0);
  pass(60 * MINUTE_MS);
  expect(said).toEqual([]);
});
