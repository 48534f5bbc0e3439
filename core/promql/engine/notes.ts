import { getLabel, METRIC_NAME, type LabelSet } from '../labels/label-set.ts';
import { formatPosition, type Span } from '../position.ts';

/** What is to be said beside the result, each once. */
export type Notes = { warnings: Set<string>; infos: Set<string> };

export function createNotes(): Notes {
  return { warnings: new Set(), infos: new Set() };
}

type Note = { kind: keyof Notes; message: string; span: Span };

export function note(
  { text, notes }: { text: string; notes: Notes },
  { kind, message, span }: Note,
): void {
  const place = formatPosition(text, span);
  notes[kind].add(`PromQL ${kind === 'infos' ? 'info' : 'warning'}: ${message} (${place})`);
}

/** The end of a message about a metric; empty for one without a name. */
export function nameMetric(labels: LabelSet): string {
  const name = getLabel(labels, METRIC_NAME);
  return name === '' ? '' : ` for metric name ${JSON.stringify(name)}`;
}
