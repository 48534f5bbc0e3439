import { clipText } from './clip-text.ts';
import { textBytes } from './text-bytes.ts';
import { MOST_LINKS } from './text-parts.ts';

/** What the page has left for what people write and for lists. Who asks first is served first. */
export type Room = {
  /** Takes so many bytes if there are as many. */
  take: (bytes: number) => boolean;
  /** As much of a text as there is room for, within a number of characters. Empty when that would be next to nothing. */
  fit: (text: string, characters: number) => string;
};

/** Fewer bytes than these hold no sentence. */
const LEAST_TEXT = 20;
/** What a link takes beside its address, gzipped. */
const LINK = 24;

export function openRoom(bytes: number): Room {
  let left = bytes;
  return {
    take(wanted) {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
    fit(text, characters) {
      const fitted = left < LEAST_TEXT ? '' : clipText(text, characters, left);
      const links = Math.min(MOST_LINKS, fitted.split('https://').length - 1);
      left -= textBytes(fitted) + LINK * links;
      return fitted;
    },
  };
}
