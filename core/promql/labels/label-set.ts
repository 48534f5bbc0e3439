/** The labels of a series, sorted by name. Sets of one pool are the same object when they are equal. */
export type LabelSet = { names: readonly string[]; values: readonly string[] };

export const METRIC_NAME = '__name__';

/** The value of a label; a label that is not there is the empty string. */
export function getLabel({ names, values }: LabelSet, name: string): string {
  return values[names.indexOf(name)] ?? '';
}

/** The labels with their values, in the order of their names. */
export function listLabels({ names, values }: LabelSet): [string, string][] {
  return names.map((name, index) => [name, values[index] ?? '']);
}

/** The order in which Prometheus lists series: label by label, first by name and then by value. */
export function compareLabels(a: LabelSet, b: LabelSet): number {
  const ours = listLabels(a).flat().join('\0');
  const theirs = listLabels(b).flat().join('\0');
  return Number(ours > theirs) - Number(ours < theirs);
}

export function toRecord(labels: LabelSet): Record<string, string> {
  return Object.fromEntries(listLabels(labels));
}
