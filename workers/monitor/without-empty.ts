/** The variables that are set: an empty one means the same as an absent one. */
export function withoutEmpty(env: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}
