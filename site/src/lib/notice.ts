import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { toMoment, type Moment } from './moment.ts';

export type Notice = { text: string; at: Moment };

export function toNotice(banner: Snapshot['banner'], nowMs: number): Notice | null {
  if (banner === null) return null;
  return { text: banner.text, at: toMoment(banner.setAt, nowMs) };
}
