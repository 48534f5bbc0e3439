import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFailModes, type FailModes } from './fail-modes.ts';

const accept = () => ({ status: 200, body: 'ok' });
const refuse = (status: number) => ({ status, headers: { 'x-own': 'words' }, body: 'no' });
const ask = (modes: FailModes) => modes.answer('slack', { accept, refuse });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a channel answers as it should until told otherwise', async () => {
  const modes = createFailModes();
  expect(modes.get()).toEqual({ slack: 'ok', email: 'ok', webhook: 'ok', pagerduty: 'ok' });
  expect(await ask(modes)).toEqual(accept());
});

test('429 says when to come back, in the words of the third party', async () => {
  const modes = createFailModes();
  modes.set('slack', '429');
  expect(await ask(modes)).toEqual({
    status: 429,
    headers: { 'x-own': 'words', 'retry-after': '1' },
    body: 'no',
  });
});

test('500 and closed take nothing', async () => {
  const modes = createFailModes();
  const taken = vi.fn<typeof accept>(accept);

  modes.set('slack', '500');
  expect(await modes.answer('slack', { accept: taken, refuse })).toMatchObject({ status: 500 });
  modes.set('slack', 'closed');
  expect(await modes.answer('slack', { accept: taken, refuse })).toBeNull();
  expect(taken).not.toHaveBeenCalled();
});

test('a slow channel takes the message at once and answers after 12 s', async () => {
  const modes = createFailModes();
  const taken = vi.fn<typeof accept>(accept);
  const answered = vi.fn<(answer: unknown) => void>();
  modes.set('slack', 'slow');

  const answer = modes.answer('slack', { accept: taken, refuse }).then(answered);
  expect(taken).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(11_999);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await answer;
  expect(answered).toHaveBeenCalledWith(accept());
});

test('a change of its mode ends the wait of a channel, and of no other', async () => {
  const modes = createFailModes();
  modes.set('slack', 'slow');
  const answer = ask(modes);

  modes.set('email', '500');
  modes.set('slack', 'slow');
  expect(vi.getTimerCount()).toBe(1);
  modes.set('slack', 'ok');
  expect(await answer).toEqual(accept());
  expect(vi.getTimerCount()).toBe(0);
});

test('stopping leaves no timer', async () => {
  const modes = createFailModes();
  modes.set('slack', 'slow');
  const answers = [ask(modes), ask(modes)];

  modes.stop();
  expect(await Promise.all(answers)).toEqual([accept(), accept()]);
  expect(vi.getTimerCount()).toBe(0);
});
