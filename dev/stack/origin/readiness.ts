import { admitsDown } from './health.ts';
import { reportedServices } from './services.ts';
import type { World } from './world.ts';

type Indicator = { status: 'up' | 'down'; message?: string };

/** The answer of @nestjs/terminus. */
type Readiness = {
  status: 'ok' | 'error';
  info: Record<string, Indicator>;
  error: Record<string, Indicator>;
  details: Record<string, Indicator>;
};

const indicatorNames: Record<string, string> = { postgresql: 'database', redis: 'redis' };

/** Memory only, as `GET /health` looks at nothing else. */
export function checkLiveness(): Readiness {
  return summarize({ memory_heap: { status: 'up' } });
}

export function checkReadiness(world: World): Readiness {
  const details: Record<string, Indicator> = {};
  for (const service of reportedServices.filter(({ critical }) => critical)) {
    details[indicatorNames[service.name] ?? service.name] = admitsDown(world, service)
      ? { status: 'down', message: service.error }
      : { status: 'up' };
  }
  return summarize({ ...details, memory_heap: { status: 'up' } });
}

function summarize(details: Record<string, Indicator>): Readiness {
  const entries = Object.entries(details);
  const error = Object.fromEntries(entries.filter(([, { status }]) => status === 'down'));
  const info = Object.fromEntries(entries.filter(([, { status }]) => status === 'up'));
  return { status: Object.keys(error).length === 0 ? 'ok' : 'error', info, error, details };
}
