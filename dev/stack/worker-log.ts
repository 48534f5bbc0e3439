import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const WORKER_LINE = /^\[(edge|monitor|deploy-verify)\] /;
const KEEP_LINES = 40;

export type WorkerLog = {
  /** Whether a line of wrangler is worth a person's attention. */
  isShown: (line: string) => boolean;
  /** What wrangler said last, for when it ends: shown lines and hidden ones. */
  tail: () => string;
};

/** Of wrangler's output: what the Workers say, and errors with the lines that belong to them; no tables, no requests. */
export function createWorkerLog(): WorkerLog {
  const last: string[] = [];
  let inError = false;
  return {
    isShown(line) {
      last.push(line);
      if (last.length > KEEP_LINES) last.shift();
      if (WORKER_LINE.test(line)) return true;
      if (/\[wrangler:|WARNING|^\S+ has access to/.test(line)) inError = false;
      if (line.includes('ERROR')) inError = true;
      return inError;
    },
    tail: () => last.join('\n'),
  };
}

/** Prints the lines worth showing as they come. */
export function printWorkerLog(log: WorkerLog, streams: readonly Readable[]): void {
  for (const input of streams) {
    createInterface({ input }).on('line', (line) => log.isShown(line) && console.log(line));
  }
}
