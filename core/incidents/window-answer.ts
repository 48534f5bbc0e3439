import { stateOfWindow, type MaintenanceWindow, type WindowState } from './maintenance-window.ts';

export type WindowAnswer = {
  id: string;
  revision: number;
  title: string;
  text: string;
  services: string[];
  state: WindowState;
  startsAt: string;
  endsAt: string;
  announcedAt: string;
  startedAt: string | null;
  completedAt: string | null;
  cancelledAt: string | null;
};

/** Announced work as admins read it, times as ISO. */
export function toWindowAnswer(window: MaintenanceWindow): WindowAnswer {
  const { id, revision, title, text, services } = window;
  return {
    id,
    revision,
    title,
    text,
    services,
    state: stateOfWindow(window),
    startsAt: toIso(window.startsAtMs),
    endsAt: toIso(window.endsAtMs),
    announcedAt: toIso(window.announcedAtMs),
    startedAt: toIsoOrNull(window.startedAtMs),
    completedAt: toIsoOrNull(window.completedAtMs),
    cancelledAt: toIsoOrNull(window.cancelledAtMs),
  };
}

function toIsoOrNull(ms: number | null): string | null {
  return ms === null ? null : toIso(ms);
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
