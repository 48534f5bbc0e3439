import { readSettings } from '../../../workers/monitor/settings.ts';
import { fail, ok, type Check } from '../finding.ts';

/** What the monitor reads for itself. The address of the database is the matter of another check. */
export const settings: Check = {
  name: 'settings',
  async run({ env }) {
    const problems = readSettings(env).problems.filter((one) => !one.startsWith('DATABASE_URL '));
    return [
      problems.length === 0
        ? ok('settings', null, 'well-formed')
        : fail('settings', problems.join('; ')),
    ];
  },
};
