import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

// Kept here, because a lock that nobody refers to any more is closed with the garbage.
const held = new Set<DatabaseSync>();

/**
 * Makes a data folder this process's own until it ends, however it ends: the lock is the operating system's, held
 * through an open transaction on a file that holds nothing else. Throws with the holder's process id.
 */
export function lockFolder(folder: string): () => void {
  const lock = openLockFile(folder);
  const holderFile = join(folder, 'holder');
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw new Error(explain(error, folder, holderFile), { cause: error });
  }
  writeFileSync(holderFile, String(process.pid));
  held.add(lock);
  return () => {
    held.delete(lock);
    lock.close();
  };
}

// https://www.sqlite.org/rescode.html#busy
const SQLITE_BUSY = 5;

function explain(error: unknown, folder: string, holderFile: string): string {
  const busy = error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
  if (!busy) return `Cannot use ${folder}: its file "lock" is broken: delete that file`;
  const holder = existsSync(holderFile)
    ? `process ${readFileSync(holderFile, 'utf8')}`
    : 'a process';
  return (
    `Cannot use ${folder}: ${holder} is using it. ` +
    'End that one first, or set PHAROS_DATA to another folder'
  );
}

function openLockFile(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true });
    return new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot use ${folder}: ${seen}: set PHAROS_DATA to another folder`, {
      cause: error,
    });
  }
}
