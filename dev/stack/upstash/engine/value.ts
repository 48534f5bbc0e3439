import { wrongType } from './reply.ts';
import type { SortedSet } from './sorted-set.ts';
import type { Store } from './store.ts';

export type Value =
  | { type: 'string'; data: string }
  | { type: 'list'; data: string[] }
  | { type: 'hash'; data: Map<string, string> }
  | { type: 'set'; data: Set<string> }
  | { type: 'zset'; data: SortedSet };

export type ValueType = Value['type'];
type ValueOf<T extends ValueType> = Extract<Value, { type: T }>;

/** The value of a key for a command that only reads, which counts as a hit or a miss. */
export function readValue<T extends ValueType>(store: Store, key: string, type: T) {
  return expectType(store.read(key)?.value, type);
}

/** The value of a key for a command that writes. */
export function findValue<T extends ValueType>(store: Store, key: string, type: T) {
  return expectType(store.find(key)?.value, type);
}

/** Collections never stay empty: Redis drops their key with the last element. */
export function dropIfEmpty(store: Store, key: string, size: number) {
  if (size === 0) store.remove(key);
}

function expectType<T extends ValueType>(value: Value | undefined, type: T) {
  if (value === undefined) return undefined;
  if (!hasType(value, type)) throw wrongType();
  return value;
}

function hasType<T extends ValueType>(value: Value, type: T): value is ValueOf<T> {
  return value.type === type;
}
