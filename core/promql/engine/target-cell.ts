/** Where a cell of a block goes when its row becomes another: at the same step. */
export function targetCell(rows: Int32Array, cell: number, steps: number): number {
  return (rows[Math.floor(cell / steps)] ?? 0) * steps + (cell % steps);
}
