import { serve, type FaultMode } from './serve.ts';

export type Neutral = {
  urls: string[];
  setFault: (mode: FaultMode) => Promise<void>;
  stop: () => Promise<void>;
};

/** Two sites that have nothing to do with the origin: both out of reach means that the prober is. */
export async function startNeutral(): Promise<Neutral> {
  const servers = await Promise.all([
    startSite('the first neutral target'),
    startSite('the second neutral target'),
  ]);
  return {
    urls: servers.map((server) => server.url),
    async setFault(mode) {
      await Promise.all(servers.map((server) => server.setFault(mode)));
    },
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}

function startSite(name: string) {
  return serve({ name, handler: async () => ({ status: 204, body: '' }) });
}
