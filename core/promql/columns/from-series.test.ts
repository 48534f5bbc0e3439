import { expect, test } from 'vitest';
import { withoutStale } from './column.ts';
import { fromSeries, STALE } from './from-series.ts';

const labels = { __name__: 'up', job: 'api' };

test('parts of a series are one, in the order of time, and the last of two samples counts', () => {
  const { index, columns } = fromSeries([
    {
      labels,
      samples: [
        [30, 3],
        [10, 1],
      ],
    },
    {
      labels: { job: 'api', __name__: 'up' },
      samples: [
        [20, 2],
        [10, 7],
      ],
    },
  ]);
  expect(index.labels).toHaveLength(1);
  expect(columns).toEqual([
    {
      times: Float64Array.of(10, 20, 30),
      values: Float64Array.of(7, 2, 3),
      stale: null,
      drops: null,
    },
  ]);
});

test('a marker of staleness has its place, and a range passes over it', () => {
  const [column] = fromSeries([
    {
      labels,
      samples: [
        [10, 1],
        [20, STALE],
        [30, 3],
      ],
    },
  ]).columns;
  expect(column?.stale).toEqual(Uint8Array.of(0, 1, 0));
  expect(column && withoutStale(column).times).toEqual(Float64Array.of(10, 30));
});

test('a series without a sample has no column', () => {
  expect(fromSeries([{ labels, samples: [] }]).columns).toEqual([null]);
});
