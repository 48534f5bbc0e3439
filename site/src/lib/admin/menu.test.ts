import { expect, test } from 'vitest';
import { toMenu } from './menu.ts';

const files = [
  '../pages/admin/session.astro',
  '../pages/admin/deploy-history.astro',
  '../pages/admin/index.astro',
  '../pages/admin/login.astro',
  '../pages/admin/incidents/[id].astro',
];

test('each page but those that are led to is in the menu, by the alphabet, in words', () => {
  expect(toMenu(files, '/')).toEqual([
    { text: 'Deploy history', href: '/admin/deploy-history', isHere: false },
    { text: 'Session', href: '/admin/session', isHere: false },
  ]);
});

test.each([
  ['/admin/session', ['Session']],
  ['/admin/session/one', ['Session']],
  ['/admin/sessions', []],
])('at %s the menu marks %j', (pathname, here) => {
  const marked = toMenu(files, pathname).filter(({ isHere }) => isHere);
  expect(marked.map(({ text }) => text)).toEqual(here);
});
