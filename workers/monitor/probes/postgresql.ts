import { OriginSettings, readService } from './detailed-health.ts';
import { defineProbe } from './probe.ts';

export const postgresql = defineProbe({
  serviceName: 'postgresql',
  displayName: 'PostgreSQL database',
  target: 'origin',
  addressedBy: ['ORIGIN_URL'],
  settings: OriginSettings,
  async run(settings, { detailedHealth }) {
    const facts = ['active_connections', 'database_size_mb'];
    return readService(await detailedHealth(settings), 'postgresql', facts);
  },
});
