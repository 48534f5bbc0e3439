import type { Given } from '../answer.ts';

/** Who answers; clients tell by the version what they may ask. */
export function answerBuildInfo(): Given {
  const unknown = { revision: '', branch: '', buildUser: '', buildDate: '', goVersion: '' };
  return { data: { version: '3.0.0', application: 'Pharos', ...unknown } };
}
