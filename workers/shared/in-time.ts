/** What the call gives, or an error when it takes longer; the call itself goes on. */
export function inTime<T>(call: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  return Promise.race([call, late]).finally(() => clearTimeout(timer));
}
