import { isWord } from './char-set.ts';
import type { Program } from './program.ts';
import type { Assertion } from './regex-node.ts';

type Thread = { at: number; slots: readonly number[] };
type Step = {
  program: Program;
  text: string;
  offset: number;
  seen: Set<number>;
  threads: Thread[];
};

/**
 * Matches the whole text. Gives the slots (2 for each group; the first two are the text's ends), of the match that a
 * backtracking machine would find first; null without one.
 */
export function runProgram(program: Program, text: string, slotCount: number): number[] | null {
  let threads: Thread[] = [{ at: 0, slots: Array<number>(slotCount).fill(-1) }];
  for (let offset = 0; offset < text.length;) {
    const code = text.codePointAt(offset) ?? 0;
    const step: Step = { program, text, offset, seen: new Set(), threads: [] };
    for (const thread of threads) follow(step, thread);
    threads = advance(step, code);
    if (threads.length === 0) return null;
    offset += code > 0xffff ? 2 : 1;
  }
  const last: Step = { program, text, offset: text.length, seen: new Set(), threads: [] };
  for (const thread of threads) follow(last, thread);
  const match = last.threads.find(({ at }) => program[at]?.op === 'match');
  return match ? [0, text.length, ...match.slots.slice(2)] : null;
}

function advance({ program, threads }: Step, code: number): Thread[] {
  return threads.flatMap(({ at, slots }) => {
    const instruction = program[at];
    return instruction?.op === 'char' && instruction.set(code) ? [{ at: at + 1, slots }] : [];
  });
}

/** Follows what reads nothing, in order of preference, to each instruction that does. */
function follow(step: Step, from: Thread): void {
  const stack = [from];
  for (let thread = stack.pop(); thread; thread = stack.pop()) {
    const { at, slots } = thread;
    if (step.seen.has(at)) continue;
    step.seen.add(at);
    const instruction = step.program[at];
    switch (instruction?.op) {
      case 'split':
        stack.push({ at: instruction.second, slots }, { at: instruction.first, slots });
        break;
      case 'save':
        stack.push({ at: at + 1, slots: save(slots, instruction.slot, step.offset) });
        break;
      case 'assert':
        if (holds(instruction.assertion, step)) stack.push({ at: at + 1, slots });
        break;
      case 'char':
      case 'match':
        step.threads.push(thread);
        break;
      case undefined:
        break;
    }
  }
}

function save(slots: readonly number[], slot: number, offset: number): readonly number[] {
  return slot < slots.length ? slots.with(slot, offset) : slots;
}

function holds(assertion: Assertion, { text, offset }: Step): boolean {
  const isWordBefore = isWord(text.charCodeAt(offset - 1));
  const isWordAfter = isWord(text.charCodeAt(offset));
  switch (assertion) {
    case 'text-start':
      return offset === 0;
    case 'text-end':
      return offset === text.length;
    case 'line-start':
      return offset === 0 || text[offset - 1] === '\n';
    case 'line-end':
      return offset === text.length || text[offset] === '\n';
    case 'word':
      return isWordBefore !== isWordAfter;
    case 'no-word':
      return isWordBefore === isWordAfter;
  }
}
