import { expect, test } from 'vitest';
import { toAside } from './aside.ts';
import { maintenance } from './incident.fixture.ts';
import { generatedMs, snapshot } from './snapshot.fixture.ts';

const page = { services: [], nowMs: generatedMs };

test('of planned work the next three are shown and the rest is counted; work under way is not planned', () => {
  const planned = Array.from({ length: 5 }, () => maintenance({ isUnderWay: false }));
  const aside = toAside(snapshot({ maintenance: [maintenance(), ...planned] }), page);
  expect([aside.planned.length, aside.more]).toEqual([3, 'And 2 more later.']);
});

test('there are no ways to be told until somebody hands them in', () => {
  const links = [{ text: 'Feed', url: '/history.atom' }];
  expect(toAside(snapshot(), page)).toEqual({ planned: [], more: null, links: [] });
  expect(toAside(snapshot(), page, links).links).toEqual(links);
});
