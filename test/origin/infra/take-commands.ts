/** The whole commands at the beginning of what has arrived, and what is left for later. Bytes, one per character. */
export function takeCommands(bytes: string): { commands: string[][]; rest: string } {
  const commands: string[][] = [];
  let at = 0;
  for (;;) {
    const taken = takeCommand(bytes, at);
    if (taken === null) return { commands, rest: bytes.slice(at) };
    commands.push(taken.words);
    at = taken.end;
  }
}

function takeCommand(bytes: string, start: number): { words: string[]; end: number } | null {
  const head = takeNumber(bytes, start);
  if (head === null) return null;
  const words: string[] = [];
  let { end } = head;
  for (let left = head.value; left > 0; left -= 1) {
    const length = takeNumber(bytes, end);
    if (length === null || bytes.length < length.end + length.value + 2) return null;
    words.push(bytes.slice(length.end, length.end + length.value));
    end = length.end + length.value + 2;
  }
  return { words, end };
}

// A line of a type and a number: *3 or $5.
function takeNumber(bytes: string, at: number): { value: number; end: number } | null {
  const lineEnd = bytes.indexOf('\r\n', at);
  if (lineEnd < 0) return null;
  return { value: Number(bytes.slice(at + 1, lineEnd)), end: lineEnd + 2 };
}
