import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExpositionError } from './exposition-error.ts';
import { formatSeries } from './format-series.ts';
import { readSeries } from './read-series.ts';
import { createSeriesIndex } from './series-index.ts';
import { corpus } from './testing/corpus.ts';
import { parseText } from './testing/parse-text.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 500);
const real = readFileSync(join(import.meta.dirname, '../../test/samples/metrics.txt'), 'utf8');

const texts = [real.slice(0, 6000), ...corpus.map(({ text }) => text)].filter(
  ({ length }) => length < 8000,
);

describe('a text that is cut anywhere', () => {
  test('says the same as the whole one', () => {
    const cutText = fc.constantFrom(...texts).chain((text) => {
      const cuts = fc.array(fc.nat({ max: text.length }), { maxLength: 12 });
      return fc.record({ text: fc.constant(text), cuts });
    });
    fc.assert(
      fc.property(cutText, ({ text, cuts }) => {
        expect(parseText(text, { cuts })).toEqual(parseText(text));
      }),
      { numRuns: RUNS },
    );
  });

  test.each(texts.map((text) => [text]))('says the same in single characters: %j', (text) => {
    const cuts = Array.from(text, (_, at) => at);
    expect(parseText(text, { cuts })).toEqual(parseText(text));
  });
});

test('a real answer that breaks off at any byte is refused, or breaks off between two lines', () => {
  const lines = real.split('\n').filter((line) => !line.startsWith('# HELP'));
  const text = `${lines.slice(0, 260).join('\n')}\n`;
  const index = createSeriesIndex();
  for (let length = 0; length < text.length; length += 1) {
    const isBetween = length === 0 || text[length - 1] === '\n';
    const parsed = parseText(text.slice(0, length), { index });
    const isTaken = typeof parsed !== 'string';
    expect({ length, isTaken }).toEqual({ length, isTaken: isBetween });
  }
});

test('whatever comes, it is read or refused with a line and a reason', () => {
  const piece = fc.oneof(
    fc.constantFrom('m', '{', '}', '"', 'a=', ',', ' ', '\n', '1', '#', '# TYPE m ', '\\', '\r\n'),
    fc.string({ maxLength: 4, unit: 'binary' }),
    fc.constantFrom(...texts).map((text) => text.slice(0, 200)),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const parsed = parseText(pieces.join(''));
      const said = typeof parsed === 'string' ? parsed : `line 0: ${parsed.samples.length} samples`;
      expect(said).toMatch(/^line \d+: \S/);
    }),
    { numRuns: RUNS },
  );
});

describe('a series', () => {
  const labels = fc
    .tuple(
      fc.string({ minLength: 1, maxLength: 8 }),
      fc.dictionary(
        fc.string({ minLength: 1, maxLength: 6 }).filter((name) => name !== '__name__'),
        fc.string({ minLength: 1, maxLength: 12 }),
        { maxKeys: 5, noNullPrototype: true },
      ),
    )
    .map(([__name__, rest]) => ({ ...rest, __name__ }));

  test('is read back from its text', () => {
    fc.assert(
      fc.property(labels, (wanted) => {
        const text = formatSeries(wanted);
        const read = readSeries(text, 0, 64);
        expect(read).toEqual({ kind: 'series', labels: wanted, end: text.length });
      }),
      { numRuns: RUNS },
    );
  });

  test('is read with its value from an exposition', () => {
    fc.assert(
      fc.property(labels, fc.double(), (wanted, number) => {
        // The text of -0 is 0.
        const value = Number(String(number));
        const series = formatSeries(wanted);
        const parsed = parseText(`${series} ${String(value)}\n`);
        expect(parsed).toMatchObject({ samples: [{ series, value }] });
      }),
      { numRuns: RUNS },
    );
  });
});

test('a refusal is an error of its own that tells line and reason', () => {
  const error = new ExpositionError(7, 'no number');
  expect([error.name, error.line, error.reason, error.message]).toEqual([
    'ExpositionError',
    7,
    'no number',
    'line 7: no number',
  ]);
});
