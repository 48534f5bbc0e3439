import { currentBanner } from '../../../core/snapshot/banner.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { clipText } from './clip-text.ts';
import { toMoment, type Moment } from './moment.ts';

export type Notice = { text: string; at: Moment };

const MOST_CHARACTERS = 280;

export function toNotice(snapshot: Snapshot, nowMs: number): Notice | null {
  const banner = currentBanner(snapshot.banner, nowMs);
  if (banner === null) return null;
  return { text: clipText(banner.text, MOST_CHARACTERS), at: toMoment(banner.setAt, nowMs) };
}
