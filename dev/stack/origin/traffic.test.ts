import { expect, test } from 'vitest';
import { seedRandom } from './seed-random.ts';
import type { SimState } from './sim-state.ts';
import { advanceTraffic, dayWave } from './traffic.ts';
import { createWorld, type World } from './world.ts';

const noonMs = Date.UTC(2026, 10, 24, 12);

function createBusyWorld(sim: Partial<SimState>): World {
  const world = createWorld({ token: '', random: seedRandom(7), now: () => noonMs });
  world.sim = { ...world.sim, ...sim };
  return world;
}

function letVisitorsIn(sim: Partial<SimState>, seconds = 120): World {
  const world = createBusyWorld(sim);
  for (let second = 0; second < seconds; second += 1) advanceTraffic(world, 1000);
  return world;
}

type Sample = { value: number; labels: Record<string, string | number | undefined> };

async function readSamples(world: World, name: string): Promise<Sample[]> {
  const families = await Promise.all(
    world.instances.map(({ registry }) => registry.getMetricsAsJSON()),
  );
  return families.flat().flatMap((family) => (family.name === name ? family.values : []));
}

function sumUp(samples: Sample[]): number {
  return samples.reduce((sum, { value }) => sum + value, 0);
}

async function shareOfErrors(world: World): Promise<number> {
  const requests = await readSamples(world, 'http_requests_total');
  const failed = requests.filter(({ labels }) => labels['status_code'] === '500');
  expect(sumUp(failed)).toBe(sumUp(await readSamples(world, 'api_errors_total')));
  return sumUp(failed) / sumUp(requests);
}

test('the day has 2.3 times as many visitors at its busiest hour as at its quietest', () => {
  expect(dayWave(Date.UTC(2026, 10, 24, 19))).toBeCloseTo(1.4);
  expect(dayWave(Date.UTC(2026, 10, 24, 7))).toBeCloseTo(0.6);
  expect(dayWave(Date.UTC(2026, 10, 25, 19))).toBeCloseTo(1.4);
});

test('visitors come at the rate asked for and spread over the instances', async () => {
  const world = letVisitorsIn({ rps: 40 });
  const expected = 40 * 120 * dayWave(noonMs);
  expect(sumUp(await readSamples(world, 'http_requests_total')) / expected).toBeCloseTo(1, 1);
  const [one, two] = await Promise.all(
    world.instances.map(({ metrics }) => metrics.kt.http.requests.get()),
  );
  expect(sumUp(one?.values ?? []) / sumUp(two?.values ?? [])).toBeCloseTo(1, 0);
});

test('the same seed gives the same counters', async () => {
  const [one, two] = [letVisitorsIn({}), letVisitorsIn({})];
  expect(await readSamples(one, 'http_requests_total')).toEqual(
    await readSamples(two, 'http_requests_total'),
  );
});

test.each<[Partial<SimState>, number, number]>([
  [{}, 0, 0.01],
  [{ errorRate: 0.5 }, 0.4, 0.5],
  [{ down: ['postgresql'] }, 0.7, 0.9],
  [{ down: ['redis'] }, 0.05, 0.15],
  [{ lie: true }, 0.9, 1],
])('%j: the share of failed requests lies between %d and %d', async (sim, least, most) => {
  const share = await shareOfErrors(letVisitorsIn({ rps: 100, ...sim }));
  expect(share).toBeGreaterThanOrEqual(least);
  expect(share).toBeLessThanOrEqual(most);
});

test.each<Partial<SimState>>([{ hang: true }, { down: ['api-server'] }, { rps: 0 }])(
  'with %j nobody gets through',
  async (sim) => {
    const world = letVisitorsIn(sim);
    expect(await readSamples(world, 'http_requests_total')).toEqual([]);
  },
);

test('latency lies on every API request and on no other', async () => {
  const world = letVisitorsIn({ latencyMs: 3000 });
  const samples = await readSamples(world, 'http_request_duration_seconds');
  const quick = samples.filter(({ labels }) => labels['le'] === 2.5);
  expect(quick.length).toBeGreaterThan(5);
  for (const { value, labels } of quick) {
    expect(value > 0).toBe(labels['route'] === '(unmatched)');
  }
});

test('with Redis down every look into the cache is an error and a miss', async () => {
  const world = letVisitorsIn({ down: ['redis'] });
  expect(sumUp(await readSamples(world, 'cache_hits_total'))).toBe(0);
  expect(sumUp(await readSamples(world, 'cache_misses_total'))).toBeGreaterThan(0);
  const operations = await readSamples(world, 'redis_operations_total');
  const gets = operations.filter(({ labels }) => labels['operation'] === 'get');
  expect(gets.every(({ labels }) => labels['status'] === 'error')).toBe(true);
});

test('a machine that slept for a day does not make up for it', async () => {
  const world = createBusyWorld({ rps: 40 });
  advanceTraffic(world, 24 * 3_600_000);
  expect(sumUp(await readSamples(world, 'http_requests_total'))).toBeLessThan(500);
});

test('now and then one instance restarts by itself', () => {
  const world = createBusyWorld({ rps: 0 });
  for (const instance of world.instances) instance.startedAtMs = 0;
  let steps = 0;
  while (world.instances.every(({ startedAtMs }) => startedAtMs === 0) && steps < 100_000) {
    advanceTraffic(world, 5000);
    steps += 1;
  }
  expect(world.instances.filter(({ startedAtMs }) => startedAtMs === noonMs)).toHaveLength(1);
  expect((steps * 5000) / 3_600_000).toBeGreaterThan(0.5);
});
