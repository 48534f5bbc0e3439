import type { Page } from 'playwright-core';

/** Of a telephone, a larger one and a desk, in pixels. */
export const WIDTHS = [320, 375, 1280];

/** What is wider than a screen, in words. */
export async function findOverflows(page: Page, widths = WIDTHS): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 700 });
    const overflow = await page.evaluate(findOverflow);
    found.push(...overflow.map((what) => `${width} px: ${what}`));
  }
  return found;
}

// Runs in the page. What a drawing has inside is the drawing's own affair, and what a frame scrolls the frame's.
function findOverflow(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const wide = [...document.querySelectorAll('body :not(svg *, .scroll *)')].filter((element) => {
    const { left, right, width, height } = element.getBoundingClientRect();
    const isSeen = width > 1 && height > 1;
    return isSeen && (left < -0.5 || right > clientWidth + 0.5);
  });
  const names = wide.map(({ outerHTML }) => outerHTML.slice(0, 100));
  return scrollWidth > clientWidth ? [`the page scrolls to ${scrollWidth} px`, ...names] : names;
}
