export type Random = () => number;

export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Cannot pick: no items');
  return item;
}

/** The first item whose share of the total weight covers the draw. */
export function pickWeighted<T extends { weight: number }>(items: readonly T[], random: Random): T {
  let left = random() * items.reduce((sum, item) => sum + item.weight, 0);
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  throw new Error('Cannot pick: no weights');
}

/** Box-Muller: mean 0, deviation 1. */
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

export function drawLogNormal(median: number, sigma: number, random: Random): number {
  return median * Math.exp(sigma * drawNormal(random));
}

/** Knuth's product of uniforms; above 30 the normal curve is as good and does not underflow. */
export function drawPoisson(mean: number, random: Random): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * drawNormal(random)));
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > floor; product *= random()) count += 1;
  return count;
}
