/** Whether fetch takes it: a whole address, without the credentials that it refuses. */
export function isHttpAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || /\s/.test(text)) return false;
  return url.username === '' && url.password === '';
}
