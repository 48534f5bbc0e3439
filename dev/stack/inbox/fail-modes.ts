import * as z from 'zod';
import type { Answer } from '../serve.ts';
import type { Channel } from './message.ts';

export const FailMode = z.enum(['ok', '429', '500', 'slow', 'closed']);
export type FailMode = z.infer<typeof FailMode>;

/** Both answers of a receiver: `accept` also takes the message, `refuse` does nothing. */
export type Choice = {
  accept: () => Answer;
  refuse: (status: 429 | 500) => Answer;
};

export type FailModes = {
  get: () => Record<Channel, FailMode>;
  set: (channel: Channel, mode: FailMode) => void;
  /** null drops the connection. */
  answer: (channel: Channel, choice: Choice) => Promise<Answer | null>;
  stop: () => void;
};

// Longer than any sender should wait.
const SLOW_MS = 12_000;

/** How each channel fails on demand. A slow one takes the message at once and only its answer is late. */
export function createFailModes(): FailModes {
  const modes: Record<Channel, FailMode> = {
    slack: 'ok',
    email: 'ok',
    webhook: 'ok',
    pagerduty: 'ok',
  };
  const pauses = new Map<() => void, Channel>();

  function pause(channel: Channel): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(end, SLOW_MS).unref();
      pauses.set(end, channel);
      function end() {
        clearTimeout(timer);
        pauses.delete(end);
        resolve();
      }
    });
  }

  function endPauses(isMeant: (channel: Channel) => boolean) {
    for (const [end, channel] of pauses) if (isMeant(channel)) end();
  }

  return {
    get: () => ({ ...modes }),
    set(channel, mode) {
      if (modes[channel] === mode) return;
      modes[channel] = mode;
      endPauses((paused) => paused === channel);
    },
    async answer(channel, { accept, refuse }) {
      switch (modes[channel]) {
        case 'ok':
          return accept();
        case '429':
          return withRetryAfter(refuse(429));
        case '500':
          return refuse(500);
        case 'closed':
          return null;
        case 'slow': {
          const answer = accept();
          await pause(channel);
          return answer;
        }
      }
    },
    stop: () => endPauses(() => true),
  };
}

function withRetryAfter(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'retry-after': '1' } };
}
