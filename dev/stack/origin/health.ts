import { drawLogNormal } from './distributions.ts';
import { VERSION, type Instance } from './instance.ts';
import { reportedServices, type ReportedService } from './services.ts';
import type { World } from './world.ts';

type ServiceHealth = {
  status: 'UP' | 'DOWN';
  latencyMs: number;
  checkedAt: string;
  metadata?: Record<string, unknown>;
  cached?: true;
  error?: string;
};

type DetailedHealth = {
  status: 'UP' | 'DEGRADED' | 'DOWN';
  checkedAt: string;
  durationMs: number;
  instance: {
    id: string;
    version: string;
    commit: string;
    startedAt: string;
    uptimeSeconds: number;
    node: string;
  };
  services: Record<string, ServiceHealth>;
};

export function checkHealth(world: World, instance: Instance): DetailedHealth {
  const nowMs = world.now();
  const services = Object.fromEntries(
    reportedServices.map((service) => [service.name, checkService(service, world, instance)]),
  );
  const fresh = Object.values(services).filter(({ cached }) => cached === undefined);
  return {
    status: overallStatus(world),
    checkedAt: toIso(nowMs),
    durationMs: Math.max(...fresh.map(({ latencyMs }) => latencyMs)),
    instance: {
      id: instance.id,
      version: VERSION,
      commit: world.sim.commit,
      startedAt: toIso(instance.startedAtMs),
      uptimeSeconds: Math.round((nowMs - instance.startedAtMs) / 1000),
      node: process.version,
    },
    services,
  };
}

/** Whether the origin admits that the service is down. */
export function admitsDown({ sim }: World, service: ReportedService): boolean {
  return !sim.lie && sim.down.includes(service.name);
}

function overallStatus(world: World): DetailedHealth['status'] {
  const down = reportedServices.filter((service) => admitsDown(world, service));
  if (down.some(({ critical }) => critical)) return 'DOWN';
  return down.length === 0 ? 'UP' : 'DEGRADED';
}

function checkService(service: ReportedService, world: World, instance: Instance): ServiceHealth {
  const nowMs = world.now();
  const latencyMs = drawLatency(service, world);
  if (admitsDown(world, service)) {
    return { status: 'DOWN', latencyMs, checkedAt: toIso(nowMs), error: service.error };
  }
  const checkedAtMs = findLastCheck(service, nowMs, instance.startedAtMs);
  return {
    status: 'UP',
    latencyMs,
    checkedAt: toIso(checkedAtMs),
    ...(service.metadata === null ? {} : { metadata: service.metadata }),
    ...(checkedAtMs < nowMs ? { cached: true } : {}),
  };
}

/** A result that is repeated repeats its latency too. */
function drawLatency({ medianMs, cacheMs }: ReportedService, { random }: World): number {
  return cacheMs > 0 ? medianMs : Math.round(drawLogNormal(medianMs, 0.3, random));
}

function findLastCheck({ cacheMs }: ReportedService, nowMs: number, startedAtMs: number): number {
  return cacheMs === 0 ? nowMs : Math.max(startedAtMs, nowMs - (nowMs % cacheMs));
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
