/** What the call gives, or the signal's reason once it is over: a read that the runtime does not end by it is left behind. */
export function inDeadline<T>(call: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([call, late]);
}
