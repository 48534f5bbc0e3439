import { Snapshot } from '../../core/snapshot/snapshot.ts';
import { createPublication } from './publication.ts';

/** How long a snapshot is served before the store is asked again, as a share of a slot: 4 s of 30. */
const FRESH_SLOTS = 2 / 15;

/** The published snapshot: `loadSnapshot` for visitors, `readSnapshot` as it stands in the store. */
export const {
  load: loadSnapshot,
  read: readSnapshot,
  save: saveSnapshot,
} = createPublication({
  key: 'snapshot:v1',
  name: 'snapshot',
  schema: Snapshot,
  deadlineMs: 1_000,
  freshMs: (snapshot) => (snapshot?.checkEverySec ?? 0) * 1000 * FRESH_SLOTS,
  version: ({ seq }) => seq,
});
