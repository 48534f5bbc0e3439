/** The address of a database for the role of a Worker: whoever asks by it has that role's rights and no others. */
export function asRole(url: string, role: string): string {
  return Object.assign(new URL(url), { username: role }).href;
}
