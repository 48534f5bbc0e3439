/** Calls `run` once for all who ask while it runs, and gives its result for `keepMs` after that. A failure is not kept. */
export function shareResult<T>(run: () => Promise<T>, keepMs: number): () => Promise<T> {
  let running: Promise<T> | null = null;
  let kept: { atMs: number; result: T } | null = null;

  return function share() {
    if (kept !== null && Date.now() - kept.atMs < keepMs) return Promise.resolve(kept.result);
    running ??= runOnce().finally(() => (running = null));
    return running;
  };

  async function runOnce(): Promise<T> {
    const result = await run();
    kept = { atMs: Date.now(), result };
    return result;
  }
}
