/** Why a text is no exposition that can be believed: the line it was seen in, counted from 1, and what is wrong there. */
export class ExpositionError extends Error {
  override name = 'ExpositionError';
  readonly line: number;
  readonly reason: string;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
    this.reason = reason;
  }
}
