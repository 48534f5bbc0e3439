// The same for every visitor: what this isolate has said last about each subject.
const lastSaid = new Map<string, string>();

/** One line, when it says something else about this subject than the last one did. */
export function sayOnChange(subject: string, line: string): void {
  if (lastSaid.get(subject) === line) return;
  lastSaid.set(subject, line);
  console.log(line);
}
