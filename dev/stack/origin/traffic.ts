import { arrivals, type Arrival } from './arrivals.ts';
import { drawLogNormal, drawPoisson, pick, pickWeighted } from './distributions.ts';
import { drawFailure } from './draw-failure.ts';
import { restartInstance, type Instance } from './instance.ts';
import { recordRequest } from './record-request.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;
const BUSIEST_HOUR_UTC = 19;
const USUAL_ERROR_RATE = 0.002;
const LATENCY_SIGMA = 0.6;
/** Mean time between the restarts that happen by themselves, all instances together. */
const RESTART_EVERY_MS = 6 * HOUR_MS;
/** A machine that slept does not make up for the visitors it missed. */
const LONGEST_STEP_MS = 5000;

/** Lets the visitors of the last `elapsedMs` arrive. None gets through to a process that hangs or is down. */
export function advanceTraffic(world: World, elapsedMs: number): void {
  const { sim, random } = world;
  if (sim.hang || sim.down.includes('api-server')) return;
  const stepMs = Math.min(Math.max(elapsedMs, 0), LONGEST_STEP_MS);
  const mean = (sim.rps * dayWave(world.now()) * stepMs) / 1000;
  for (let left = drawPoisson(mean, random); left > 0; left -= 1) {
    arrive(world, pick(world.instances, random));
  }
  if (random() < stepMs / RESTART_EVERY_MS) {
    restartInstance(pick(world.instances, random), world.now());
  }
  for (const instance of world.instances) setGauges(world, instance);
}

/** 1.4 at the busiest hour, 0.6 twelve hours away from it. */
export function dayWave(nowMs: number): number {
  const hours = nowMs / HOUR_MS - BUSIEST_HOUR_UTC;
  return 1 + 0.4 * Math.cos((2 * Math.PI * hours) / 24);
}

function arrive(world: World, { metrics }: Instance) {
  const { sim, random } = world;
  const arrival = pickWeighted(arrivals, random);
  const error = drawError(world, arrival);
  const status = error === null ? arrival.status : 500;
  const usualSec = drawLogNormal(arrival.medianSec, LATENCY_SIGMA, random);
  const durationSec = usualSec + (isApi(arrival) ? sim.latencyMs / 1000 : 0);
  const { method, route } = arrival;
  recordRequest(metrics, { method, route, status, durationSec, error });
  if (error === null) arrival.leave?.(metrics, { durationSec: usualSec, sim, random });
}

function drawError({ sim, random }: World, arrival: Arrival): string | null {
  if (!isApi(arrival)) return null;
  const errorRate = Math.max(sim.errorRate, USUAL_ERROR_RATE);
  return drawFailure({ ...sim, errorRate }, arrival.needs, random);
}

function isApi({ route }: Arrival): boolean {
  return route.startsWith('/api/');
}

function setGauges({ sim, random, now, instances }: World, { metrics }: Instance) {
  const wave = dayWave(now());
  const inFlight = (sim.rps * sim.latencyMs) / 1000 / instances.length;
  metrics.kt.http.active.set(Math.round(sim.rps / 4 + inFlight + 3 * random()));
  metrics.kt.shop.websockets.set(Math.round(20 * wave + 3 * random()));
  metrics.kt.setActiveCartCount(Math.round(60 * wave));
  const active = sim.down.includes('postgresql') ? 0 : 2 + Math.round(2 * random());
  metrics.poolSize.set({ state: 'active' }, active);
  metrics.poolSize.set({ state: 'idle' }, active === 0 ? 0 : 10 - active);
}
