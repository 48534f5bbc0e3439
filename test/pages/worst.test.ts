import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEdge, type OpenEdge } from './open-edge.ts';
import { ALPHABETS, worstSnapshot } from './worst-snapshot.ts';

const STYLE = /<style[^>]*>[^]*?<\/style>/g;
/** So short that what is published is given out at once. */
const CHECK_SEC = 0.1;

let edge: OpenEdge;
beforeAll(async () => {
  edge = await openEdge();
});
afterAll(() => edge.stop());

const plans = Object.entries(ALPHABETS).flatMap(([name, alphabet]) =>
  ['ugpdm-', 'ud', 'u', ''].flatMap((letters) =>
    [0, 1, 40].map((many, index) => ({ name, alphabet, letters, many, seed: 7919 * (index + 1) })),
  ),
);

async function publish(plan: (typeof plans)[number]): Promise<string> {
  await edge.publish({ ...worstSnapshot(Date.now(), plan), checkEverySec: CHECK_SEC });
  return (await fetch(edge.url)).text();
}

test.each(plans)(
  'with $many of everything, in $name, and days of "$letters" the page is at most 4 KB of HTML, gzipped',
  async (plan) => {
    const html = (await publish(plan)).replaceAll(STYLE, '');
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(4096);
  },
);

test('what there is no room for is counted', async () => {
  const html = await publish({
    name: 'latin',
    alphabet: ALPHABETS.latin,
    letters: 'u',
    many: 40,
    seed: 5,
  });
  expect(html).toMatch(/\d\d more incidents are open\. 40 more maintenances are under way\./);
  expect(html).toMatch(/40 announced\..*40 in these 90 days\./s);
});
