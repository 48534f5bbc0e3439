import type { Page } from 'playwright-core';
import { findOverflow } from './find-overflow.ts';

/** Of a telephone, a larger one and a desk, in pixels. */
export const WIDTHS = [320, 375, 1280];

/** What is wider than a screen, in words. */
export async function findOverflows(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 700 });
    const overflow = await page.evaluate(findOverflow);
    found.push(...overflow.map((what) => `${width} px: ${what}`));
  }
  return found;
}
