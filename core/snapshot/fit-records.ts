import type { IncidentRecord } from './incident-snapshot.ts';
import { jsonBytes } from './json-bytes.ts';

/**
 * The incidents in about so many bytes of JSON: each has the same share of what is left when those before it took
 * less, and keeps its newest updates that fit in it. The newest one always stays; what is left out is counted.
 */
export function fitRecords(
  records: readonly IncidentRecord[],
  mostBytes: number,
): IncidentRecord[] {
  let left = mostBytes;
  return records.map((record, index) => {
    const fitted = fitUpdates(record, left / (records.length - index));
    left -= jsonBytes(fitted);
    return fitted;
  });
}

function fitUpdates(record: IncidentRecord, mostBytes: number): IncidentRecord {
  let room = mostBytes - jsonBytes({ ...record, updates: [] });
  const kept = record.updates.findIndex((update) => {
    room -= jsonBytes(update);
    return room < 0;
  });
  const count = kept === -1 ? record.updates.length : Math.max(1, kept);
  const updates = record.updates.slice(0, count);
  const omittedUpdates = record.omittedUpdates + record.updates.length - updates.length;
  return { ...record, updates, omittedUpdates };
}
