import { KIND } from './encode-values.ts';

type Reader = { bytes: Uint8Array; at: number };

/** The `count` values that `encodeValues` made bytes of. Throws an Error when the bytes are not of so many values. */
export function decodeValues(bytes: Uint8Array, count: number): (number | null)[] {
  const kinds = Array.from({ length: count }, (_, at) => kindAt(bytes, at));
  const reader = { bytes, at: Math.ceil(count / 4) };
  let before = 0;
  const wholes = kinds.map((kind) => (kind === KIND.whole ? (before += readStep(reader)) : 0));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = kinds.map((kind, at) => {
    if (kind === KIND.whole) return wholes[at] ?? 0;
    if (kind === KIND.absent) return null;
    return kind === KIND.nan ? NaN : readDouble(view, reader);
  });
  if (reader.at !== bytes.length) throw broken(count);
  return values;
}

function kindAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[Math.floor(at / 4)];
  if (byte === undefined) throw broken(at);
  return (byte >> (2 * (at % 4))) & 3;
}

function readStep(reader: Reader): number {
  let zigzag = 0;
  let factor = 1;
  for (;;) {
    const byte = reader.bytes[reader.at];
    if (byte === undefined || factor > 2 ** 53) throw broken(reader.at);
    reader.at += 1;
    zigzag += (byte % 128) * factor;
    if (byte < 128) return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    factor *= 128;
  }
}

function readDouble(view: DataView, reader: Reader): number {
  if (reader.at + 8 > view.byteLength) throw broken(reader.at);
  const value = view.getFloat64(reader.at, true);
  reader.at += 8;
  return value;
}

function broken(at: number): Error {
  return new Error(`Cannot decode values: they break off or go on at ${at}`);
}
