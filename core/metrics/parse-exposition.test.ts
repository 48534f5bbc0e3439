import { describe, expect, test } from 'vitest';
import { LIMITS } from './exposition-state.ts';
import { createSeriesIndex } from './series-index.ts';
import { corpus } from './testing/corpus.ts';
import { parseText } from './testing/parse-text.ts';

test.each(corpus.filter(({ isGood }) => isGood))('is taken: $name', ({ text }) => {
  expect(parseText(text)).toMatchObject({ sampleCount: expect.any(Number) });
});

test.each(corpus.filter(({ isGood }) => !isGood))('is refused: $name', ({ text, line, reason }) => {
  const refused = parseText(text);
  expect(refused).toMatch(new RegExp(`^line ${line}: `));
  expect(refused).toContain(reason);
});

function read(text: string, options: Parameters<typeof parseText>[1] = {}) {
  const parsed = parseText(text, options);
  if (typeof parsed === 'string') return parsed;
  return parsed.samples.map(({ series, value }) => `${series} ${value}`);
}

describe('a value', () => {
  test.each([
    ['12', 12],
    ['0.1', 0.1],
    ['-1.5e-3', -0.0015],
    ['123456789012345', 123456789012345],
    ['9007199254740993', 9007199254740992],
    ['0.10973780699999772', 0.10973780699999772],
    ['1.7976931348623157e308', Number.MAX_VALUE],
    ['Nan', NaN],
    ['+Inf', Infinity],
    ['-inf', -Infinity],
  ])('%s is %d', (word, value) => {
    expect(parseText(`m ${word}\n`)).toMatchObject({ samples: [{ value }] });
  });

  test.each([
    ['text', 'm 1 1795455439000\n'],
    ['openmetrics', 'm 1 1795455439.25\n# EOF\n'],
  ] as const)('may have a time beside it, in %s: %j', (format, text) => {
    expect(read(text, { format })).toEqual(['m 1']);
  });
});

describe('a series', () => {
  test.each([
    ['m', 'm'],
    ['m{}', 'm'],
    ['m{b="2",a="1"}', 'm{a="1",b="2"}'],
    ['m {  a = "1" , }', 'm{a="1"}'],
    ['m{a=""}', 'm'],
    ['m{a="x\\n\\\\\\""}', 'm{a="x\\n\\\\\\""}'],
    ['m{a="x\\\\n"}', 'm{a="x\\\\n"}'],
    ['{"m",a="1"}', 'm{a="1"}'],
    ['{a="1","m.n"}', '{"m.n",a="1"}'],
    ['m{"a"="1","b.c"="2"}', 'm{a="1","b.c"="2"}'],
  ])('%s is %s', (text, series) => {
    expect(read(`${text} 1\n`)).toEqual([`${series} 1`]);
  });

  test('has labels of its own even where they are named like parts of an object', () => {
    const index = createSeriesIndex();
    parseText('m{__proto__="1",constructor="2"} 1\n', { index });
    expect(Object.entries(index.labels[0] ?? {})).toEqual([
      ['__name__', 'm'],
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
  });
});

describe('OpenMetrics', () => {
  const good =
    '# TYPE c counter\n# UNIT c seconds\nc_total 1 # {id="x"} 1 1.5\nc_created 5\n# EOF\n';

  test('has parts of counters, types of its own and an end', () => {
    expect(read(good, { format: 'openmetrics' })).toEqual(['c_total 1', 'c_created 5']);
  });

  test.each([
    ['without # EOF', good.replace('# EOF\n', ''), 'line 4: the text does not end with # EOF'],
    ['with more after # EOF', `${good}m 1\n`, 'line 6: the text does not end with # EOF'],
    [
      'with a type of the other format',
      '# TYPE m untyped\n# EOF\n',
      'line 1: the type "untyped" is not known',
    ],
  ])('%s it is refused', (_, text, refused) => {
    expect(parseText(text, { format: 'openmetrics' })).toBe(refused);
  });
});

describe('what is not wanted', () => {
  const text = `# TYPE a histogram
a_bucket{le="1"} 1
a_sum 2
a_count 3
# TYPE b counter
b{x="1"} 4
b{x="2"} 5
# TYPE a_more gauge
a_more 6
c 7
cc 8
# TYPE d gauge
d 9
`;

  test.each([
    [['a'], ['a_bucket{le="1"} 1', 'a_sum 2', 'a_count 3']],
    [['b'], ['b{x="1"} 4', 'b{x="2"} 5']],
    [
      ['c', 'a_more'],
      ['a_more 6', 'c 7'],
    ],
    [
      ['cc', 'd'],
      ['cc 8', 'd 9'],
    ],
    [[], []],
  ])('is passed over, and counted: of %j', (names, kept) => {
    const wanted = new Set(names);
    expect(read(text, { wanted })).toEqual(kept);
    expect(parseText(text, { wanted })).toMatchObject({ sampleCount: 9 });
  });

  test('hides no family without a TYPE line that follows it', () => {
    const wanted = new Set(['e', 'f_bucket']);
    const untyped = '# TYPE a gauge\na 1\na{x="1"} 2\ne 3\na{x="2"} 4\nf_bucket{le="1"} 5\n';
    expect(read(untyped, { wanted })).toEqual(['e 3', 'f_bucket{le="1"} 5']);
  });

  test('is still looked at where something is said of it', () => {
    const wanted = new Set(['b']);
    expect(parseText('# TYPE a gauge\na 1\n# TYPE a gauge\n', { wanted })).toContain(
      'a second TYPE',
    );
  });

  test('counts against the limit of samples', () => {
    const limits = { ...LIMITS, samples: 8 };
    expect(parseText(text, { wanted: new Set(['d']), limits })).toBe(
      'line 13: more than 8 samples',
    );
  });
});

describe('what finds no room', () => {
  const text = `# TYPE h histogram
h_bucket{le="1"} 1
h_bucket{le="2"} 2
h_bucket{le="+Inf"} 3
h_count 3
# TYPE g gauge
g 4
u{x="1"} 5
u{x="2"} 6
u{x="3"} 7
`;

  test('is counted, and the next family has room of its own', () => {
    const index = createSeriesIndex();
    for (let scrape = 0; scrape < 2; scrape += 1) {
      expect(read(text, { index, room: 2 })).toEqual([
        'h_bucket{le="1"} 1',
        'h_bucket{le="2"} 2',
        'g 4',
        'u{x="1"} 5',
        'u{x="2"} 6',
      ]);
    }
    expect(parseText(text, { room: 2 })).toMatchObject({ sampleCount: 8, droppedCount: 3 });
  });

  test('is not what nobody wants', () => {
    const wanted = new Set(['h']);
    expect(parseText(text, { wanted, room: 3 })).toMatchObject({ sampleCount: 8, droppedCount: 1 });
    expect(parseText(text, { wanted, room: 5 })).toMatchObject({ droppedCount: 0 });
  });

  test('is not remembered, however its name is written', () => {
    const index = createSeriesIndex();
    const quoted = Array.from({ length: 9 }, (_, at) => `{"a.b",x="${at}"} 1\n`).join('');
    expect(read(quoted, { index, room: 2 })).toHaveLength(2);
    expect(read(quoted, { index, wanted: new Set(['c']) })).toEqual([]);
    expect(index.keys).toHaveLength(2);
  });
});

describe('the next scrape', () => {
  test('finds its series whatever is new, gone or in another order', () => {
    const index = createSeriesIndex();
    read('a{x="1"} 1\na{x="2"} 2\nb 3\n', { index });
    expect(read('b 4\na{x="2"} 5\nab 6\na{x="1"} 7\nb{c="1"} 8\n', { index })).toEqual([
      'b 4',
      'a{x="2"} 5',
      'ab 6',
      'a{x="1"} 7',
      'b{c="1"} 8',
    ]);
    expect(index.keys).toHaveLength(5);
  });

  test('sees a series twice by its labels, however they are written', () => {
    const index = createSeriesIndex();
    read('a{x="1",y="2"} 1\n', { index });
    const twice = 'a{x="1",y="2"} 1\na{y="2",x="1"} 1\n';
    expect(parseText(twice, { index })).toContain('line 2: the series a{x="1",y="2"}');
    expect(read('a{y="2",x="1"} 3\n', { index })).toEqual(['a{x="1",y="2"} 3']);
  });

  test('of an origin whose series never repeat does not fill the memory', () => {
    const index = createSeriesIndex();
    const limits = { ...LIMITS, samples: 10 };
    for (let scrape = 0; scrape < 50; scrape += 1) {
      const lines = Array.from({ length: 10 }, (_, at) => `m{id="${scrape}-${at}"} 1\n`);
      expect(read(lines.join(''), { index, limits })).toHaveLength(10);
    }
    expect(index.texts.length).toBeLessThanOrEqual(52);
  });
});

test('20,000 labels are refused before they are read', () => {
  const labels = Array.from({ length: 20_000 }, (_, at) => `label_${at}="${at}"`);
  expect(parseText(`m{${labels.join()}} 1\n`)).toBe('line 1: a series of more than 4096 bytes');
});
