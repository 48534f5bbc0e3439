/**
 * One step of matching. Each goes on at the next one; a `split` goes on so many further, by the first way if that leads
 * to a match and else by the second.
 */
export type Instruction =
  | { op: 'char'; matches: (char: string) => boolean }
  | { op: 'assert'; isStart: boolean }
  | { op: 'split'; first: number; second: number }
  | { op: 'save'; slot: number };

/** A program, or a part of one: jumps are relative, so that parts can be put together and repeated. */
export type Program = readonly Instruction[];

export function choose([first = [], ...others]: readonly Program[]): Program {
  if (others.length === 0) return first;
  const rest = choose(others);
  return [split(1, first.length + 2), ...first, jump(rest.length + 1), ...rest];
}

/** The part so many times; a lazy repetition prefers fewer. */
export function repeat(
  part: Program,
  { min, max, lazy }: { min: number; max: number; lazy: boolean },
): Program {
  const enter = (end: number) => (lazy ? split(end, 1) : split(1, end));
  let rest: Program = [];
  if (max === Infinity) rest = [enter(part.length + 2), ...part, jump(-part.length - 1)];
  else for (let count = min; count < max; count += 1) rest = optional([...part, ...rest], enter);
  const needed = Array.from({ length: min }, () => part).flat();
  return [...needed, ...rest];
}

function optional(part: Program, enter: (end: number) => Instruction): Program {
  return [enter(part.length + 1), ...part];
}

function jump(by: number): Instruction {
  return split(by, by);
}

function split(first: number, second: number): Instruction {
  return { op: 'split', first, second };
}
