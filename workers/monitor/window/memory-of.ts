import { hashText } from './series-list.ts';
import { createWindowMemory, type WindowMemory } from './window-memory.ts';

const ORIGIN_LENGTH = 12;

// What was scraped from one address, the same for whoever asks.
let memory = createWindowMemory('');

/** What this isolate knows of an origin; it forgets one when it is asked of another. */
export async function memoryOf(originUrl: string): Promise<WindowMemory> {
  const origin = (await hashText(originUrl)).slice(0, ORIGIN_LENGTH);
  if (memory.origin !== origin) memory = createWindowMemory(origin);
  return memory;
}
