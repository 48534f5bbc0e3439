/** A length of time in the largest unit that keeps it readable: 90 s, 60 min, 2 h 30 min. */
export function durationWords(sec: number): string {
  if (sec < 120 && sec % 60 !== 0) return `${roundSeconds(sec)} s`;
  const minutes = Math.round(sec / 60);
  if (minutes < 120) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}

function roundSeconds(sec: number): number {
  return sec < 10 ? Math.round(sec * 10) / 10 : Math.round(sec);
}
