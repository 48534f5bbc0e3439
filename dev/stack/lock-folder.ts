import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Makes a data folder this process's own until it ends, however it ends: the lock is the operating system's, held
 * through an open transaction on a file that holds nothing else. Throws with the holder's process id.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const holderFile = join(folder, 'holder');
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(
      `Cannot use ${folder}: process ${readFileSync(holderFile, 'utf8')} is using it. ` +
        'End that one first, or set PHAROS_DATA to another folder',
    );
  }
  writeFileSync(holderFile, String(process.pid));
  return () => lock.close();
}
