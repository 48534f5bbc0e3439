import { NAMELESS, type Block } from './block.ts';

/** Puts another value in the place of each, or none for null; the metric's name goes. */
export function mapCells(
  block: Block,
  apply: (value: number, cell: number) => number | null,
): Block {
  const { values, flags } = block;
  for (let cell = 0; cell < values.length; cell += 1) {
    if (flags[cell] === 0) continue;
    const result = apply(values[cell] ?? NaN, cell);
    values[cell] = result ?? NaN;
    flags[cell] = result === null ? 0 : NAMELESS;
  }
  return block;
}
