import { expect, test } from 'vitest';
import { createWorkerLog } from './worker-log.ts';

test('shows what the Workers say and whole errors, and nothing of the noise between', () => {
  const log = createWorkerLog();
  const lines = [
    'monitor has access to the following bindings:',
    'env.S3_BUCKET ("(hidden)")   Environment Variable   local',
    '[monitor] redis is up',
    '[wrangler:info] GET / 200 OK (6ms)',
    '✘ [ERROR] Uncaught Error: no such module',
    '    at index.ts:3:1',
    '[wrangler:info] GET / 500 Internal Server Error (6ms)',
    '▲ [WARNING] Scheduled Workers are not automatically triggered',
    '  To manually trigger a scheduled event, run:',
  ];
  expect(lines.filter(log.isShown)).toEqual([
    '[monitor] redis is up',
    '✘ [ERROR] Uncaught Error: no such module',
    '    at index.ts:3:1',
  ]);
  expect(log.tail()).toBe(lines.join('\n'));
});
