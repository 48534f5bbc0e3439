import { neon, neonConfig } from '@neondatabase/serverless';
import { drizzle } from 'drizzle-orm/neon-http';

// The driver's own rule, kept for every host but loopback, which speaks plain HTTP on DATABASE_URL's port.
const cloudEndpoint = neonConfig.fetchEndpoint;

neonConfig.fetchEndpoint = (host, port, options) => {
  if (host === '127.0.0.1') return `http://${host}:${port}/sql`;
  return typeof cloudEndpoint === 'string' ? cloudEndpoint : cloudEndpoint(host, port, options);
};

export type Db = ReturnType<typeof openDb>;

/** A client whose calls, all together, end by the signal: the driver has no deadline of its own. */
export function openDb(url: string, signal: AbortSignal) {
  return drizzle(neon(url, { fetchOptions: { signal } }));
}
