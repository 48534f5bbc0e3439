import type { CharSet } from './char-set.ts';
import type { Assertion, RegexNode } from './regex-node.ts';

type Instruction =
  | { op: 'char'; set: CharSet }
  | { op: 'assert'; assertion: Assertion }
  | { op: 'split'; first: number; second: number }
  | { op: 'save'; slot: number }
  | { op: 'match' };

/** Instructions of Pike's machine (swtch.com/~rsc/regexp/regexp2.html); each but a split goes on at the next one. */
export type Program = Instruction[];

export function emptyProgram(): Program {
  return [];
}

/** Appends what a node needs; `check` is asked after each of its parts and may throw. */
export function emit(program: Program, node: RegexNode, check: () => void): void {
  switch (node.kind) {
    case 'set':
      program.push({ op: 'char', set: node.set });
      break;
    case 'assert':
      program.push({ op: 'assert', assertion: node.assertion });
      break;
    case 'sequence':
      for (const part of node.nodes) emit(program, part, check);
      break;
    case 'group':
      program.push({ op: 'save', slot: 2 * node.index });
      emit(program, node.node, check);
      program.push({ op: 'save', slot: 2 * node.index + 1 });
      break;
    case 'choice':
      emitChoice(program, node.nodes, check);
      break;
    case 'repeat':
      emitRepeat(program, node, check);
      break;
  }
  check();
}

function emitChoice(program: Program, nodes: readonly RegexNode[], check: () => void): void {
  const ends: { op: 'split'; first: number; second: number }[] = [];
  for (const [index, node] of nodes.entries()) {
    if (index === nodes.length - 1) {
      emit(program, node, check);
      continue;
    }
    const split = pushSplit(program);
    emit(program, node, check);
    ends.push(pushSplit(program));
    split.second = program.length;
  }
  for (const end of ends) end.first = end.second = program.length;
}

type Repeat = Extract<RegexNode, { kind: 'repeat' }>;

function emitRepeat(program: Program, { node, min, max, greedy }: Repeat, check: () => void): void {
  for (let count = 0; count < min; count += 1) emit(program, node, check);
  if (max === Infinity) {
    const split = pushSplit(program);
    const start = program.length - 1;
    emit(program, node, check);
    const back = pushSplit(program);
    back.first = back.second = start;
    leave(split, program.length, greedy);
    return;
  }
  const splits = [];
  for (let count = min; count < max; count += 1) {
    splits.push(pushSplit(program));
    emit(program, node, check);
  }
  for (const split of splits) leave(split, program.length, greedy);
}

/** Where a repetition ends; a lazy one prefers to. */
function leave(split: { first: number; second: number }, end: number, greedy: boolean): void {
  split.second = end;
  if (!greedy) [split.first, split.second] = [split.second, split.first];
}

function pushSplit(program: Program): { op: 'split'; first: number; second: number } {
  const split = { op: 'split' as const, first: program.length + 1, second: program.length + 1 };
  program.push(split);
  return split;
}
