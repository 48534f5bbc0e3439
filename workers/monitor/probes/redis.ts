import { OriginSettings, readService } from './detailed-health.ts';
import { defineProbe } from './probe.ts';

export const redis = defineProbe({
  serviceName: 'redis',
  displayName: 'Redis cache',
  target: 'origin',
  addressedBy: ['ORIGIN_URL'],
  settings: OriginSettings,
  async run(settings, { detailedHealth }) {
    const facts = ['usedMemory', 'hitRate', 'connectedClients'];
    return readService(await detailedHealth(settings), 'redis', facts);
  },
});
