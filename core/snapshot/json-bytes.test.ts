import { expect, test } from 'vitest';
import { jsonBytes } from './json-bytes.ts';

test.each([null, 'a', 'é', '€', '😀', '\u0000\n"', { a: [1, 'ß'] }, '\uD800'])(
  '%j takes as many bytes as it has in UTF-8',
  (value) => {
    expect(jsonBytes(value)).toBe(Buffer.byteLength(JSON.stringify(value)));
  },
);
