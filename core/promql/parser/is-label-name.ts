/** Prometheus takes any text that is UTF-8 and not empty. */
export function isLabelName(name: string): boolean {
  return name !== '' && name.isWellFormed();
}
