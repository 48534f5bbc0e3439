import { expect, test } from 'vitest';
import {
  createLabelPool,
  dropLabels,
  dropName,
  internLabels,
  keepLabels,
  setLabels,
} from './label-pool.ts';
import { toRecord } from './label-set.ts';

const pool = createLabelPool();
const up = internLabels(pool, Object.entries({ __name__: 'up', job: 'api', zone: 'eu' }));

test('equal labels are one object, in whatever order they come', () => {
  expect(internLabels(pool, Object.entries({ zone: 'eu', job: 'api', __name__: 'up' }))).toBe(up);
  expect(internLabels(pool, Object.entries({ a: '' }))).toBe(pool.empty);
});

test('labels that look alike when joined are two', () => {
  const one = internLabels(pool, [['a', '1:b2']]);
  expect(internLabels(pool, Object.entries({ a: '', b: '' }))).not.toBe(one);
  expect(internLabels(pool, [['a1', 'b']])).not.toBe(internLabels(pool, [['a', '1b']]));
});

test.each([
  ['keeping', keepLabels(pool, up, ['job', 'none']), { job: 'api' }],
  ['dropping', dropLabels(pool, up, ['job']), { __name__: 'up', zone: 'eu' }],
  ['dropping the name', dropName(pool, up), { job: 'api', zone: 'eu' }],
  ['setting', setLabels(pool, up, [['job', 'db']]), { __name__: 'up', job: 'db', zone: 'eu' }],
  [
    'setting to nothing',
    setLabels(pool, up, Object.entries({ job: '', zone: '' })),
    { __name__: 'up' },
  ],
])('%s', (_, set, expected) => {
  expect(toRecord(set)).toEqual(expected);
});
