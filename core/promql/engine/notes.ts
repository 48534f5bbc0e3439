import { formatPosition, type Span } from '../position.ts';

/** What is to be said beside the result, each once. */
export type Notes = { warnings: Set<string>; infos: Set<string> };

export function createNotes(): Notes {
  return { warnings: new Set(), infos: new Set() };
}

type Place = { text: string; notes: Notes };

export function warn({ text, notes }: Place, message: string, span: Span): void {
  notes.warnings.add(`PromQL warning: ${message} (${formatPosition(text, span)})`);
}

export function inform({ text, notes }: Place, message: string, span: Span): void {
  notes.infos.add(`PromQL info: ${message} (${formatPosition(text, span)})`);
}
