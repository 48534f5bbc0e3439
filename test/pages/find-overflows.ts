import type { Page } from 'playwright-core';

export const WIDTHS = [320, 375, 1280];

/** What sticks out of screens of all widths. What scrolls inside a frame of its own does not. */
export async function findOverflows(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 700 });
    const overflow = await page.evaluate(findOverflow);
    found.push(...overflow.map((what) => `${width} px: ${what}`));
  }
  return found;
}

// What sticks out of the screen. What a drawing has inside is the drawing's own affair.
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
