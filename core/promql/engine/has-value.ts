import type { Block } from './block.ts';

/** Whether a row has a value at any step. */
export function hasValue({ labels, flags }: Block, row: number): boolean {
  const steps = flags.length / labels.length;
  return flags.subarray(row * steps, (row + 1) * steps).some((flag) => flag !== 0);
}
