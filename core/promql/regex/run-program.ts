import type { Program } from './program.ts';

type Thread = { at: number; offset: number; slots: readonly number[] };

/**
 * Matches the whole of a text. Gives two slots for each group, where it begins and ends, of the match that a machine
 * which tries one way after the other finds first; null without one. No place of the program is tried twice at one place
 * of the text, so that the time is in proportion to both (RE2 does the same for small texts, re2/bitstate.cc).
 */
export function runProgram(
  program: Program,
  chars: readonly string[],
  slotCount: number,
): readonly number[] | null {
  const width = chars.length + 1;
  const isTried = new Uint8Array((program.length + 1) * width);
  const stack: Thread[] = [{ at: 0, offset: 0, slots: Array<number>(slotCount).fill(-1) }];
  for (let thread = stack.pop(); thread; thread = stack.pop()) {
    const { at, offset, slots } = thread;
    if (isTried[at * width + offset] === 1) continue;
    isTried[at * width + offset] = 1;
    const instruction = program[at];
    if (!instruction) {
      if (offset === chars.length) return slots;
      continue;
    }
    const char = chars[offset] ?? '';
    switch (instruction.op) {
      case 'split':
        stack.push({ at: at + instruction.second, offset, slots });
        stack.push({ at: at + instruction.first, offset, slots });
        break;
      case 'save':
        stack.push({ at: at + 1, offset, slots: save(slots, instruction.slot, offset) });
        break;
      case 'assert':
        if (offset !== (instruction.isStart ? 0 : chars.length)) break;
        stack.push({ at: at + 1, offset, slots });
        break;
      case 'char':
        if (char === '' || !instruction.matches(char)) break;
        stack.push({ at: at + 1, offset: offset + 1, slots });
        break;
    }
  }
  return null;
}

function save(slots: readonly number[], slot: number, offset: number): readonly number[] {
  return slot < slots.length ? slots.with(slot, offset) : slots;
}
