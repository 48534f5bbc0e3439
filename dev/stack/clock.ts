import * as z from 'zod';

const Fired = z.object({ result: z.object({ outcome: z.string() }).nullish() });

/** Fires the cron of the monitor, which `wrangler dev` itself never does. Gives the outcome: "ok" when it ran well. */
export async function fireCron(url: string, scheduledMs: number): Promise<string> {
  const path = '/cdn-cgi/local/explorer/api/local/scheduled?worker=monitor';
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ cron: '* * * * *', scheduled_time: scheduledMs }),
  });
  const { result } = Fired.parse(await response.json());
  return result?.outcome ?? `status ${response.status}`;
}

type Options = { everyMs: number; onProblem: (line: string) => void };

/** Fires the cron now and then at each full period. Crons are not awaited: a slow one must not delay the next. */
export function startClock(url: string, { everyMs, onProblem }: Options): { stop: () => void } {
  let stopped = false;
  let timer: NodeJS.Timeout;

  function fire() {
    const scheduledMs = Math.floor(Date.now() / everyMs) * everyMs;
    fireCron(url, scheduledMs).then(
      (outcome) => outcome !== 'ok' && report(`The cron ended with ${outcome}`),
      (error: unknown) => report(`Cannot fire the cron: ${String(error)}`),
    );
    timer = setTimeout(fire, scheduledMs + everyMs - Date.now());
  }

  function report(line: string) {
    if (!stopped) onProblem(line);
  }

  fire();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
