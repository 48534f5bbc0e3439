import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

/** Commands that ran together, and the time they saw: run again at that time, they do the same again. */
const JournalRecord = z.object({ atMs: z.number(), commands: z.array(z.array(z.string())) });
export type JournalRecord = z.infer<typeof JournalRecord>;

export type Journal = {
  append: (record: JournalRecord) => void;
  close: () => void;
};

type Options = {
  file: string;
  /** The records that make the data as it is now. */
  snapshot: () => JournalRecord[];
  rewriteAboveBytes: number;
};

/** The records of a file, oldest first; none where there is no file. */
export function readJournal(file: string): JournalRecord[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // What follows the last line end is empty, or a record the process died over.
  return lines.slice(0, -1).map((line, index) => parseLine(line, `${file}:${index + 1}`));
}

/** Starts the file anew with a snapshot, and again whenever too much was appended to it. */
export function startJournal({ file, snapshot, rewriteAboveBytes }: Options): Journal {
  mkdirSync(dirname(file), { recursive: true });
  let descriptor = rewrite(file, snapshot());
  let appendedBytes = 0;
  return {
    append(record) {
      appendedBytes += append(descriptor, record);
      if (appendedBytes < rewriteAboveBytes) return;
      closeSync(descriptor);
      descriptor = rewrite(file, snapshot());
      appendedBytes = 0;
    },
    close: () => closeSync(descriptor),
  };
}

/** The old file stays until all records of the new one are on disk. */
function rewrite(file: string, records: JournalRecord[]): number {
  const draft = `${file}.new`;
  const descriptor = openSync(draft, 'w');
  for (const record of records) append(descriptor, record);
  fsyncSync(descriptor);
  renameSync(draft, file);
  return descriptor;
}

function append(descriptor: number, record: JournalRecord): number {
  const line = Buffer.from(`${JSON.stringify(record)}\n`);
  let written = 0;
  while (written < line.length) written += writeSync(descriptor, line, written);
  return written;
}

function parseLine(line: string, place: string): JournalRecord {
  try {
    return JournalRecord.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`Cannot read the Redis journal: ${place} is not a record`, { cause });
  }
}
