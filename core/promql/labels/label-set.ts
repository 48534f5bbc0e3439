/** The labels of a series, sorted by name. Sets of one pool are the same object when they are equal. */
export type LabelSet = { names: readonly string[]; values: readonly string[] };

export const METRIC_NAME = '__name__';

/** The value of a label; a label that is not there is the empty string. */
export function getLabel(labels: LabelSet, name: string): string {
  return labels.values[labels.names.indexOf(name)] ?? '';
}

/** The order in which Prometheus lists series: label by label, first by name and then by value. */
export function compareLabels(a: LabelSet, b: LabelSet): number {
  const shared = Math.min(a.names.length, b.names.length);
  for (let index = 0; index < shared; index += 1) {
    const order =
      compareText(a.names[index], b.names[index]) || compareText(a.values[index], b.values[index]);
    if (order !== 0) return order;
  }
  return a.names.length - b.names.length;
}

/** As in an exposition: `up{job="api"}`. */
export function formatLabels({ names, values }: LabelSet): string {
  const metric = values[names.indexOf(METRIC_NAME)] ?? '';
  const pairs = names.flatMap((name, index) => {
    return name === METRIC_NAME ? [] : [`${name}=${JSON.stringify(values[index])}`];
  });
  return pairs.length === 0 && metric !== '' ? metric : `${metric}{${pairs.join(', ')}}`;
}

export function toRecord({ names, values }: LabelSet): Record<string, string> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
}

function compareText(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
