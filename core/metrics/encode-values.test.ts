import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeValues } from './decode-values.ts';
import { encodeValues } from './encode-values.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 500);

const value = fc.oneof(
  fc.double(),
  fc.maxSafeInteger(),
  fc.nat(),
  fc.constantFrom(null, NaN, Infinity, -Infinity, 0, -0, 2 ** 51, -(2 ** 51), 2 ** 53, 0.1),
);

describe('values', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        expect(decodeValues(encodeValues(values), values.length)).toEqual(values);
      }),
      { numRuns: RUNS },
    );
  });

  test('that do not match their number are refused, and never made up', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), fc.nat(), (values, at) => {
        const bytes = encodeValues(values);
        const cut = bytes.subarray(0, at % bytes.length);
        expect(() => decodeValues(cut, values.length)).toThrow('Cannot decode values');
        const longer = Uint8Array.of(...bytes, 0);
        expect(() => decodeValues(longer, values.length)).toThrow('Cannot decode values');
      }),
      { numRuns: RUNS },
    );
  });

  test('of a histogram take about a byte each', () => {
    const buckets = Array.from({ length: 1400 }, (_, at) => 100_000 + (at % 14) * 50);
    expect(encodeValues(buckets).length).toBeLessThan(1.6 * buckets.length);
  });
});
