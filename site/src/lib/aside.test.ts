import { expect, test } from 'vitest';
import { toAside } from './aside.ts';
import { maintenance } from './incident.fixture.ts';
import { generatedMs } from './snapshot.fixture.ts';

const page = { services: [], nowMs: generatedMs };

const none = { shown: [], left: 0 };

test('planned work that has no place is counted', () => {
  const aside = toAside({ shown: [maintenance({ isUnderWay: false })], left: 2 }, page);
  expect([aside.planned.length, aside.more]).toEqual([1, 'And 2 more later.']);
  expect(toAside({ shown: [], left: 3 }, page).more).toBe('3 announced.');
});

test('there are no ways to be told until somebody hands them in', () => {
  const links = [{ text: 'Feed', url: '/history.atom' }];
  expect(toAside(none, page)).toEqual({ planned: [], more: null, links: [] });
  expect(toAside(none, page, links).links).toEqual(links);
});
