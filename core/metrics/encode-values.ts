import { joinBytes } from './join-bytes.ts';

/** What a value is, two bits each: whole numbers are kept as the step from the one before, all else as it is. */
export const KIND = { whole: 0, double: 1, nan: 2, absent: 3 } as const;
/** Steps between whole numbers no larger than this are exact, zigzagged too. */
const LARGEST_WHOLE = 2 ** 51;
/** Bytes of the longest number in groups of seven bits. */
const LONGEST = 8;

/**
 * Values in few bytes: kinds, then whole numbers as steps in groups of seven bits, then doubles. Buckets of a histogram
 * stand side by side and count upwards, so that most steps are small. Null is a series of the list that is not there.
 */
export function encodeValues(values: readonly (number | null)[]): Uint8Array {
  const kinds = new Uint8Array(Math.ceil(values.length / 4));
  const wholes: number[] = [];
  const doubles: number[] = [];
  values.forEach((value, at) => {
    const kind = kindOf(value);
    const place = Math.floor(at / 4);
    kinds[place] = (kinds[place] ?? 0) | (kind << (2 * (at % 4)));
    if (value === null) return;
    if (kind === KIND.whole) wholes.push(value);
    if (kind === KIND.double) doubles.push(value);
  });
  return joinBytes([kinds, encodeSteps(wholes), encodeDoubles(doubles)]);
}

function kindOf(value: number | null): number {
  if (value === null) return KIND.absent;
  if (Number.isNaN(value)) return KIND.nan;
  const isWhole = Number.isInteger(value) && Math.abs(value) <= LARGEST_WHOLE;
  return isWhole && !Object.is(value, -0) ? KIND.whole : KIND.double;
}

function encodeSteps(wholes: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(wholes.length * LONGEST);
  let length = 0;
  let before = 0;
  for (const whole of wholes) {
    const step = whole - before;
    before = whole;
    // Zigzag: 0, -1, 1, -2, … become 0, 1, 2, 3, …
    let rest = step < 0 ? -2 * step - 1 : 2 * step;
    while (rest >= 128) {
      bytes[length] = (rest % 128) + 128;
      length += 1;
      rest = Math.floor(rest / 128);
    }
    bytes[length] = rest;
    length += 1;
  }
  return bytes.subarray(0, length);
}

function encodeDoubles(doubles: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(doubles.length * 8);
  const view = new DataView(bytes.buffer);
  doubles.forEach((value, at) => view.setFloat64(at * 8, value, true));
  return bytes;
}
