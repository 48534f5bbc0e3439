// Where a visitor finds things on the status page.
import type { Locator, Page } from 'playwright-core';

/** The card of a service, by the name that it shows. */
export function cardOf(page: Page, displayName: string): Locator {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: displayName, exact: true }) });
}

/** The colour in which an operational page says that a service is up. */
export async function readUpColor(page: Page): Promise<string> {
  const word = cardOf(page, 'API server').getByText('Operational', { exact: true });
  return word.evaluate((element) => getComputedStyle(element).color);
}

export async function readHeadline(page: Page): Promise<string> {
  return page.getByRole('heading', { level: 1 }).innerText();
}
