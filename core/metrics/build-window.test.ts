import { describe, expect, test } from 'vitest';
import { buildWindow } from './build-window.ts';
import { fitDictionary } from './fit-dictionary.ts';
import { formatSeries } from './format-series.ts';
import { frameSlots } from './frame-slots.ts';
import type { Frame } from './frame.ts';

const MINUTE = 60_000;

type Values = Partial<Omit<Frame, 'keys' | 'values'>> & { series?: Record<string, number> };

function frameAt(minute: number, { series = {}, ...rest }: Values = {}): Frame {
  return {
    slotMs: minute * MINUTE,
    atMs: minute * MINUTE + 200,
    reason: null,
    instance: null,
    startMs: null,
    dropped: 0,
    keys: Object.keys(series),
    values: Float64Array.from(Object.values(series)),
    ...rest,
  };
}

/** By series: `minute:value` of each sample, `minute:end` where it ended. */
function read(frames: Frame[], minutes = frames.map(({ slotMs }) => slotMs / MINUTE)) {
  const slots = minutes.map((minute) => minute * MINUTE);
  const window = buildWindow(new Map(frames.map((frame) => [frame.slotMs, frame])), slots);
  const series = window.labels.map((labels, at) => {
    const { times, values, stale } = window.columns[at] ?? { times: [], values: [], stale: null };
    const samples = Array.from(times, (timeMs, n) => {
      const minute = (timeMs - 200) / MINUTE;
      return `${minute}:${stale?.[n] === 1 ? 'end' : values[n]}`;
    });
    return [formatSeries(labels), samples.join(' ')];
  });
  return { ...window, series: Object.fromEntries(series) };
}

describe('a window', () => {
  test('has a column for each series, in the order of time', () => {
    const { series, columns } = read([
      frameAt(1, { series: { up: 1, m: 5 } }),
      frameAt(2, { series: { up: 1, m: 7 } }),
    ]);
    expect(series).toEqual({ up: '1:1 2:1', m: '1:5 2:7' });
    expect(columns[0]?.times).toBe(columns[1]?.times);
    expect(columns[0]?.stale).toBeNull();
  });

  test('a slot without a frame is missing: no value, no zero, and no end of a series', () => {
    const { series, slots, missing } = read(
      [frameAt(1, { series: { m: 5 } }), frameAt(4, { series: { m: 9 } })],
      [1, 2, 3, 4],
    );
    expect(series).toEqual({ m: '1:5 4:9' });
    expect({ slots, missing }).toEqual({
      slots: [MINUTE, 4 * MINUTE],
      missing: [2 * MINUTE, 3 * MINUTE],
    });
  });

  test('without any frame is empty, and says that all is missing', () => {
    expect(read([], [1, 2])).toMatchObject({ labels: [], missing: [MINUTE, 2 * MINUTE] });
  });

  test('a value that is no number stays one, and is no end', () => {
    expect(read([frameAt(1, { series: { m: NaN } })]).series).toEqual({ m: '1:NaN' });
  });
});

test('a round between two scrapes adds its values, and ends nothing', () => {
  const { series, slots } = read(
    [
      frameAt(1, { series: { health: 1, m: 5 } }),
      frameAt(1.5, { isPartial: true, series: { health: 0 } }),
      frameAt(2, { series: { health: 0, m: 6 } }),
    ],
    [1, 2],
  );
  expect(series).toEqual({ health: '1:1 1.5:0 2:0', m: '1:5 2:6' });
  expect(slots).toEqual([MINUTE, 2 * MINUTE]);
});

describe('a series ends', () => {
  test('when a frame lacks it, and goes on when it comes back', () => {
    const { series } = read([
      frameAt(1, { series: { a: 1, b: 1 } }),
      frameAt(2, { series: { a: 2 } }),
      frameAt(3, { series: { a: 3 } }),
      frameAt(4, { series: { a: 4, b: 4 } }),
    ]);
    expect(series).toEqual({ a: '1:1 2:2 3:3 4:4', b: '1:1 2:end 4:4' });
  });

  test('when the origin gives no answer: then all of them do, but those of the scrape itself', () => {
    const { series } = read([
      frameAt(1, { instance: 'x', series: { up: 1, 'm{instance="x"}': 1, 'm{instance="y"}': 2 } }),
      frameAt(2, { reason: 'status 502', series: { up: 0 } }),
    ]);
    expect(series).toEqual({
      up: '1:1 2:0',
      'm{instance="x"}': '1:1 2:end',
      'm{instance="y"}': '1:2 2:end',
    });
  });

  test('not when another process answers that runs beside it', () => {
    const of = (instance: string, value: number) => ({ [`m{instance="${instance}"}`]: value });
    const { series } = read([
      frameAt(1, { instance: 'x', startMs: 0, series: of('x', 10) }),
      frameAt(2, { instance: 'y', startMs: 5, series: of('y', 3) }),
      frameAt(3, { instance: 'x', startMs: 0, series: of('x', 12) }),
    ]);
    expect(series).toEqual({ 'm{instance="x"}': '1:10 3:12', 'm{instance="y"}': '2:3' });
  });

  test('when another process answers that began after it was last seen', () => {
    const { series } = read([
      frameAt(1, { instance: 'x', startMs: 0, series: { 'm{instance="x"}': 10 } }),
      frameAt(2, { instance: 'y', startMs: 1.5 * MINUTE, series: { 'm{instance="y"}': 0 } }),
    ]);
    expect(series).toEqual({ 'm{instance="x"}': '1:10 2:end', 'm{instance="y"}': '2:0' });
  });
});

test.each([
  [2, 60, [0, 60, 120]],
  [2.5, 60, [0, 60, 120]],
  [2.5, 30, [30, 60, 90, 120, 150]],
])('a window of two minutes to minute %d, each %d s, has the slots %j', (minute, sec, slots) => {
  expect(frameSlots(minute * MINUTE, sec * 1000, 2 * MINUTE)).toEqual(
    slots.map((second) => second * 1000),
  );
});

describe('the list of series', () => {
  test.each([
    ['is the one before where it has them all', ['a', 'b', 'c'], ['c', 'a'], ['a', 'b', 'c']],
    ['is new where one is new', ['a', 'b'], ['a', 'c'], ['a', 'c']],
    ['is new where more than half are gone', ['a', 'b', 'c'], ['a'], ['a']],
    ['is new at the beginning', null, ['a'], ['a']],
  ])('%s', (_, before, keys, list) => {
    expect(fitDictionary(before, keys)).toEqual(list);
  });
});
