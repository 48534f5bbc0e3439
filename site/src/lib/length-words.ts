const ONE_DECIMAL = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A length of time, exactly: 90 s, 786.5 min. */
export function lengthWords(sec: number): string {
  return sec >= 120 && isInTenths(sec) ? inMinutes(sec) : inSeconds(sec);
}

/** Lengths that are added up, all in one unit. */
export function lengthsInOneUnit(lengths: readonly number[]): (sec: number) => string {
  return lengths.every(isInTenths) ? inMinutes : inSeconds;
}

// Whole tenths of a minute.
function isInTenths(sec: number): boolean {
  return Number.isInteger(Math.round(sec * 1000) / 6000);
}

function inMinutes(sec: number): string {
  return `${ONE_DECIMAL.format(sec / 60)} min`;
}

function inSeconds(sec: number): string {
  return `${ONE_DECIMAL.format(sec)} s`;
}
