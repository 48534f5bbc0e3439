import { lostInSum } from './kahan.ts';

/** A mean in the making: a sum until that would overflow, from then on the mean itself. */
export type Mean = { count: number; total: number; lost: number; isSum: boolean };

export function startMean(value: number): Mean {
  return { count: 1, total: value, lost: 0, isSum: true };
}

export function addToMean(mean: Mean, value: number): void {
  mean.count += 1;
  if (mean.isSum && Math.abs(mean.total + value) !== Infinity) {
    addPart(mean, value);
    return;
  }
  const before = mean.count - 1;
  if (mean.isSum) {
    mean.isSum = false;
    mean.total /= before;
    mean.lost /= before;
  }
  const share = before / mean.count;
  mean.total *= share;
  mean.lost *= share;
  addPart(mean, value / mean.count);
}

export function finishMean({ count, total, lost, isSum }: Mean): number {
  return isSum ? total / count + lost / count : total + lost;
}

function addPart(mean: Mean, value: number): void {
  mean.lost = lostInSum(mean.total, value, mean.lost);
  mean.total += value;
}
