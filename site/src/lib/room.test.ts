import { expect, test } from 'vitest';
import { openRoom } from './room.ts';

test('what is taken is gone, and what is more than is left is not given', () => {
  const room = openRoom(100);
  expect([room.take(60), room.take(60), room.take(40), room.take(1)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('a text is cut at its own limit and at what is left, which bytes decide', () => {
  const room = openRoom(100);
  expect(room.fit('one two three', 9)).toBe('one two…');
  expect(room.fit('障'.repeat(60), 60)).toBe(`${'障'.repeat(21)}…`);
});

test('where next to nothing is left there is no text', () => {
  const room = openRoom(25);
  expect(room.fit('eleven more', 20)).toBe('eleven more');
  expect(room.fit('short', 20)).toBe('');
});

test('a link takes more than its letters', () => {
  const room = openRoom(50);
  room.fit('https://a.example', 40);
  expect(room.take(20)).toBe(false);
});
