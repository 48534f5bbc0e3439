import { expect, test } from 'vitest';
import { createExpositionParser } from './parse-exposition.ts';
import { pickSeries } from './pick-series.ts';
import { createSeriesIndex } from './series-index.ts';

const TEXT = `# TYPE h histogram
h_bucket{le="+Inf"} 3
h_sum 1.5
h_count 3
# TYPE g gauge
g{x="1"} 1
g{x="2"} 2
# TYPE info gauge
info{instance="vm:7",version="1"} 1
# TYPE start gauge
start 1795455439
# TYPE e gauge
e{instance="own"} 5
`;

function pick(families: string[], { text = TEXT, most = 100 } = {}) {
  const index = createSeriesIndex();
  const parser = createExpositionParser({ index });
  parser.push(text);
  const options = { families, instanceInfo: 'info', startTime: 'start', most };
  const { points, ...rest } = pickSeries(parser.end().kept, index, options);
  return { ...rest, points: points.map(({ key, value }) => `${key} ${value}`) };
}

test('series are kept by the order of their families, with the process that answered', () => {
  expect(pick(['g', 'h'])).toEqual({
    instance: 'vm:7',
    startMs: 1795455439000,
    dropped: 0,
    points: [
      'g{instance="vm:7",x="1"} 1',
      'g{instance="vm:7",x="2"} 2',
      'h_bucket{instance="vm:7",le="+Inf"} 3',
      'h_sum{instance="vm:7"} 1.5',
      'h_count{instance="vm:7"} 3',
    ],
  });
});

test('what has no room is of the least important family, and counted', () => {
  expect(pick(['h', 'g'], { most: 4 })).toMatchObject({
    dropped: 1,
    points: { length: 4, 3: 'g{instance="vm:7",x="1"} 1' },
  });
});

test('a process that does not name itself adds no label', () => {
  const text = TEXT.replace(/^info.*\n/m, '').replace(/^start.*\n/m, '');
  expect(pick(['g'], { text })).toMatchObject({
    instance: null,
    startMs: null,
    points: ['g{x="1"} 1', 'g{x="2"} 2'],
  });
});

test('a label of that name that the series has already stays', () => {
  expect(pick(['e']).points).toEqual(['e{instance="own"} 5']);
});
