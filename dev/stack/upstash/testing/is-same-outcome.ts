import { isDeepStrictEqual } from 'node:util';
import type { Outcome, Reply } from '../engine/reply.ts';

// The two are asked one after the other, so times to live differ a little.
const tolerances = new Map([
  ['ttl', 2],
  ['pttl', 2000],
]);
const unordered = ['keys', 'scan', 'smembers'];

/** Whether two backends agree on a command, leaving aside the order of what has none. */
export function isSameOutcome(name: string, left?: Outcome, right?: Outcome): boolean {
  if (left === undefined || right === undefined || 'error' in left || 'error' in right) {
    return isDeepStrictEqual(left, right);
  }
  if (isNear(left.result, right.result, tolerances.get(name) ?? 0)) return true;
  return isDeepStrictEqual(order(name, left.result), order(name, right.result));
}

function isNear(left: Reply, right: Reply, tolerance: number): boolean {
  if (typeof left !== 'number' || typeof right !== 'number') return false;
  return left > 0 && right > 0 && Math.abs(left - right) <= tolerance;
}

function order(name: string, reply: Reply): Reply {
  if (!unordered.includes(name) || !Array.isArray(reply)) return reply;
  return reply.flat().map(String).toSorted();
}
