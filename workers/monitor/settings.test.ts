import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const DATABASE_URL = 'postgres://u:p@127.0.0.1:5432/db';

test('an empty variable means the same as an absent one', () => {
  const { settings, problems } = readSettings({ DATABASE_URL, PRODUCT_NAME: '', SLOT_SEC: '' });
  expect(settings).toEqual({
    DATABASE_URL,
    PRODUCT_NAME: 'KTBlog',
    SLOT_SEC: 30,
    PUBLISH_EVERY_SEC: 60,
    SCRAPE_EVERY_SLOTS: 2,
  });
  expect(problems).toEqual([]);
});

test.each([
  [{}, 'DATABASE_URL is not set: the monitor keeps nothing without it'],
  [{ DATABASE_URL: 'neon' }, 'DATABASE_URL must be the address of the database, postgres://…'],
  [{ DATABASE_URL, SLOT_SEC: 'often' }, 'SLOT_SEC must be a number of seconds'],
  [{ DATABASE_URL, SLOT_SEC: '0' }, 'SLOT_SEC must be above 0'],
  [{ DATABASE_URL, PRODUCT_URL: 'shop' }, 'PRODUCT_URL must be a whole address, https://…'],
])('%j: %s', (env, problem) => {
  const { settings, problems } = readSettings(env);
  expect(problems).toEqual([problem]);
  expect(settings.SLOT_SEC).toBe(30);
});

test('a variable that is wrong never shows its value', () => {
  expect(readSettings({ DATABASE_URL: 'p4ssword' }).problems.join()).not.toContain('p4ssword');
});
