import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { describePages, findBarriers, unfold, visit } from './describe-pages.ts';
import { findOverflows, WIDTHS } from './find-overflows.ts';
import { openEdge, type OpenEdge } from './open-edge.ts';
import { cardOf } from './page-parts.ts';
import { ALPHABETS, worstSnapshot } from './worst-snapshot.ts';

const LONG = [
  'Benutzerauthentifizierungsdienstleistungsplattform',
  'A service whose name goes on and on, and is not at its end here',
];

/** Much of everything, and names that are longer than their place. */
function crowded(nowMs: number): Snapshot {
  const plan = { seed: 99, alphabet: ALPHABETS.latin, letters: 'uuuuuuuuud', many: 3 };
  const snapshot = worstSnapshot(nowMs, plan);
  return {
    ...snapshot,
    product: { ...snapshot.product, name: 'Verwaltungsdienstleistungsplattform Süd' },
    services: snapshot.services.map((service, index) => ({
      ...service,
      displayName: LONG[index] ?? service.displayName,
    })),
  };
}

describePages('a page with much of everything and long names', () => {
  let edge: OpenEdge;
  beforeAll(async () => {
    edge = await openEdge();
    await edge.publish(crowded(Date.now()));
  });
  afterAll(() => edge.stop());

  test(`is not wider than a screen of ${WIDTHS.join(', ')} px`, async () => {
    const { page } = await visit(edge.url);
    await unfold(page);
    expect(await findOverflows(page)).toEqual([]);
  });

  test('has no barrier', async () => {
    const { page } = await visit(edge.url);
    await unfold(page);
    expect(await findBarriers(page)).toEqual([]);
  });

  test.each(LONG)('what is said of a strip stands right under it: %s', async (name) => {
    const { page } = await visit(edge.url);
    const card = cardOf(page, name);
    const strip = await card.locator('.strip').boundingBox();
    const words = await card.locator('.recent').boundingBox();
    const gap = (words?.y ?? Infinity) - ((strip?.y ?? 0) + (strip?.height ?? 0));
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(8);
  });
});
