import { expect, test } from 'vitest';
import { fitTexts } from './fit-texts.ts';
import { incident, maintenance, update } from './incident.fixture.ts';
import { snapshot } from './snapshot.fixture.ts';

const words = (count: number) => 'word '.repeat(count).trim();
const lengths = (texts: string[]) => texts.map((text) => text.length);

test('an open incident shows its three newest updates, each within 280 characters', () => {
  const updates = ['14:20', '14:10', '14:05', '14:00'].map((clock, index) =>
    update(clock, index === 0 ? words(100) : 'Short.'),
  );
  const { incidents } = fitTexts(snapshot({ incidents: [incident({ updates })] }));
  const texts = incidents[0]?.updates.map(({ text }) => text) ?? [];
  expect(texts.slice(1)).toEqual(['Short.', 'Short.']);
  expect(texts[0]?.length).toBeLessThanOrEqual(280);
  expect(texts[0]).toMatch(/word…$/);
});

test('where there is no room for all, the newest of each incident comes first, and the past last', () => {
  const updates = [update('14:20', words(56)), update('14:10', words(56))];
  const open = incident({ updates });
  const fitted = fitTexts(
    snapshot({ incidents: [open, open], maintenance: [maintenance()], history: [open] }),
  );
  const [first, second] = fitted.incidents.map((one) => lengths(one.updates.map((u) => u.text)));
  expect([first?.[0], second?.[0]]).toEqual([279, 279]);
  expect(fitted.maintenance[0]?.text).toBe('Uploads pause.');
  expect(first?.[1]).toBeLessThan(279);
  expect([second?.[1], fitted.history[0]?.updates[0]?.text]).toEqual([0, '']);
});

test('what is past shows its last word', () => {
  const past = incident({ updates: [update('14:20', 'Fixed.'), update('14:10', 'Found.')] });
  const { history } = fitTexts(snapshot({ history: [past] }));
  expect(history[0]?.updates.map(({ text }) => text)).toEqual(['Fixed.']);
});
