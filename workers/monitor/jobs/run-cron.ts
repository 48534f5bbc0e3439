import { slotOf } from '../../../core/services/slot.ts';
import { sayOnChange } from '../../shared/log.ts';
import { readSettings } from '../settings.ts';
import { runTick, type Clock } from './run-tick.ts';

/** The second tick of a minute is dropped when it would begin this late, as a share of its slot. */
const TOO_LATE = 25 / 30;

/** What one cron does: two whole ticks, half a minute apart. One that fails leaves the other alone. */
export async function runCron(env: MonitorEnv, scheduledMs: number, clock: Clock): Promise<void> {
  const { settings, problems } = readSettings(env);
  for (const problem of problems) sayOnChange(`setting ${problem}`, problem);
  const slotMs = settings.SLOT_SEC * 1000;
  const firstMs = slotOf(scheduledMs, 2 * slotMs);
  await tryTick(firstMs);
  const secondMs = firstMs + slotMs;
  await clock.sleep(Math.max(0, secondMs - clock.now()));
  if (clock.now() - secondMs < slotMs * TOO_LATE) await tryTick(secondMs);

  async function tryTick(tickMs: number) {
    try {
      await runTick(env, { tickMs, settings, clock });
    } catch (error) {
      const seen = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.error(`Cannot finish the tick of ${new Date(tickMs).toISOString()}: ${seen}`);
    }
  }
}
