import type { Page } from 'playwright-core';
import { findOverflow } from './find-overflow.ts';

export const WIDTHS = [320, 375, 1280];

/** What sticks out of screens of all widths. */
export async function findOverflows(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 700 });
    const overflow = await page.evaluate(findOverflow);
    found.push(...overflow.map((what) => `${width} px: ${what}`));
  }
  return found;
}
