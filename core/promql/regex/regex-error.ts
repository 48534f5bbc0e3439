/** Why a pattern is none, as RE2 says it. */
export class RegexError extends Error {
  override readonly name = 'RegexError';

  constructor(reason: string, part: string) {
    super(`error parsing regexp: ${reason}: \`${part}\``);
  }
}
