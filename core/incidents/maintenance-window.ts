import * as z from 'zod';
import { colorOf, type SeenService } from './seen-service.ts';

const Ms = z.number().transform(Math.round);

/** Announced work. Times are milliseconds since the epoch; null: that has not happened. */
export const MaintenanceWindow = z.object({
  id: z.string(),
  revision: z.number(),
  title: z.string(),
  text: z.string(),
  services: z.array(z.string()),
  /** What was announced. */
  startsAtMs: Ms,
  endsAtMs: Ms,
  announcedAtMs: Ms,
  /** What happened. */
  startedAtMs: Ms.nullable(),
  completedAtMs: Ms.nullable(),
  cancelledAtMs: Ms.nullable(),
});
export type MaintenanceWindow = z.infer<typeof MaintenanceWindow>;

export type WindowState = 'announced' | 'started' | 'completed' | 'cancelled';

export function stateOfWindow(window: MaintenanceWindow): WindowState {
  if (window.cancelledAtMs !== null) return 'cancelled';
  if (window.completedAtMs !== null) return 'completed';
  return window.startedAtMs === null ? 'announced' : 'started';
}

/** Whether announced work accounts for what fails: within its announced time, and announced before it began. */
export function accountsFor(window: MaintenanceWindow, service: string, nowMs: number): boolean {
  const { services, startsAtMs, endsAtMs, announcedAtMs } = window;
  const isOpen = ['announced', 'started'].includes(stateOfWindow(window));
  return (
    isOpen &&
    services.includes(service) &&
    announcedAtMs < startsAtMs &&
    startsAtMs <= nowMs &&
    nowMs < endsAtMs
  );
}

export type WindowStep = { id: string; kind: 'start' | 'complete'; atMs: number };

/**
 * What the clock does to announced work: it starts when it was announced to, and is completed when its time is over
 * and nothing of it is seen failing. What fails beyond its time stays under way, as an overrun, until it is well or a
 * person completes it. One step at a time.
 */
export function stepWindows(
  windows: readonly MaintenanceWindow[],
  seen: readonly SeenService[],
  nowMs: number,
): WindowStep[] {
  return windows.flatMap((window): WindowStep[] => {
    const { id, startsAtMs, endsAtMs } = window;
    switch (stateOfWindow(window)) {
      case 'announced':
        return nowMs < startsAtMs ? [] : [{ id, kind: 'start', atMs: startsAtMs }];
      case 'started':
        return nowMs < endsAtMs || isFailing(window, seen)
          ? []
          : [{ id, kind: 'complete', atMs: nowMs }];
      case 'completed':
      case 'cancelled':
        return [];
    }
  });
}

function isFailing({ services }: MaintenanceWindow, seen: readonly SeenService[]): boolean {
  return seen.some((one) => services.includes(one.serviceName) && colorOf(one) === 'red');
}
