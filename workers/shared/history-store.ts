import { HistorySnapshot } from '../../core/snapshot/history-snapshot.ts';
import { createPublication } from './publication.ts';

/** The published history: `loadHistory` for visitors, `readHistory` as it stands in the store. */
export const {
  load: loadHistory,
  read: readHistory,
  save: saveHistory,
} = createPublication({
  key: 'history:v1',
  name: 'history',
  schema: HistorySnapshot,
  deadlineMs: 2_000,
  freshMs: (history) => (history === null ? 0 : 4_000),
  version: ({ seq }) => seq,
});
