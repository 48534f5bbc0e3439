/** How long ago something was. A reader whose clock is a little behind sees no future. */
export const ago = (ageMs: number): string =>
  ageMs < 60_000
    ? 'just now'
    : ageMs < 7_200_000
      ? `${Math.floor(ageMs / 60_000)} min ago`
      : 'hours ago';
