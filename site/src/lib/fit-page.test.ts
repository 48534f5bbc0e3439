import { expect, test } from 'vitest';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';
import { fitIncidents, fitNotice, fitPast, fitWork } from './fit-page.ts';
import { incident, maintenance, update } from './incident.fixture.ts';
import { openRoom } from './room.ts';
import { snapshot } from './snapshot.fixture.ts';

const words = (count: number) => 'word '.repeat(count).trim();
const PLENTY = 10_000;

function open(changes: Partial<Snapshot>, bytes = PLENTY) {
  const { shown, left } = fitIncidents(snapshot(changes), openRoom(bytes));
  return { texts: shown.map(({ updates }) => updates.map(({ text }) => text.length)), left };
}

test('an open incident shows its three newest updates, each within 280 characters', () => {
  const updates = ['14:20', '14:10', '14:05', '14:00'].map((clock) => update(clock, words(100)));
  expect(open({ incidents: [incident({ updates })] })).toEqual({
    texts: [[280, 280, 280]],
    left: 0,
  });
});

test('where there is no room for all, the newest update of each incident comes before an older one', () => {
  const updates = [update('14:20', words(56)), update('14:10', words(56))];
  const both = incident({ updates });
  const { texts, left } = open({ incidents: [both, both] }, 750);
  expect([texts[0]?.[0], texts[1], left]).toEqual([279, [279], 0]);
  expect(texts[0]?.[1]).toBeLessThan(279);
});

test('open incidents without room are counted, and the first has it', () => {
  const one = incident({ updates: [update('14:20', words(56))] });
  const { texts, left } = open({ incidents: [one, one, one] }, 500);
  expect([texts.length, texts[0], left]).toEqual([2, [279], 1]);
  expect(texts[1]?.[0]).toBeLessThan(279);
});

test('work under way and planned work are two things, and of the planned the next three are shown', () => {
  const planned = Array.from({ length: 5 }, () => maintenance({ isUnderWay: false }));
  const both = snapshot({ maintenance: [maintenance(), ...planned] });
  const count = (kind: 'under way' | 'planned') => {
    const { shown, left } = fitWork(both, kind, openRoom(PLENTY));
    return [shown.length, left];
  };
  expect([count('under way'), count('planned')]).toEqual([
    [1, 0],
    [3, 2],
  ]);
});

test('of what is past the newest eight are shown, each with its last word', () => {
  const history = Array.from({ length: 11 }, (_, index) =>
    incident({
      startedAt: `2026-11-${11 + index}T14:00:00.000Z`,
      updates: [update('14:20', 'Fixed.'), update('14:10', 'Found.')],
    }),
  );
  const { shown, left } = fitPast(snapshot({ history }), openRoom(PLENTY));
  expect([shown.length, left, shown[0]?.startedAt]).toEqual([8, 3, '2026-11-21T14:00:00.000Z']);
  expect(shown[0]?.updates.map(({ text }) => text)).toEqual(['Fixed.']);
});

test('a title ends at 120 characters, a notice at 280', () => {
  const { shown } = fitIncidents(
    snapshot({ incidents: [incident({ title: 'x'.repeat(200) })] }),
    openRoom(PLENTY),
  );
  const banner = { text: 'x'.repeat(2_000), setAt: '2026-11-24T14:16:00.000Z', until: null };
  const notice = fitNotice(snapshot({ banner }), openRoom(PLENTY));
  expect([shown[0]?.title.length, notice?.text.length]).toEqual([120, 280]);
});
