import { serve, type Server } from '../serve.ts';
import { answerRequest } from './answer-request.ts';
import { controlSim } from './control-sim.ts';
import type { Issuer } from './issuer.ts';
import type { SimState } from './sim-state.ts';
import { advanceTraffic } from './traffic.ts';
import { createWorld, releaseHeld, type World, type WorldOptions } from './world.ts';

export type OriginOptions = WorldOptions & { port: number; tickMs?: number };

/** `issuer` is null where the origin issues no tokens that admins could sign in by. */
export type Origin = Server & { sim: () => SimState; issuer: Issuer | null };

/** A KTBlog with visitors of its own, two processes behind one address, and faults at `/__sim`. */
export async function startOrigin(options: OriginOptions): Promise<Origin> {
  const world = createWorld(options);
  const server = await serve({
    name: 'the dev origin',
    port: options.port,
    portVariable: 'DEV_ORIGIN_PORT',
    handler: async (request, body) =>
      isControl(request.url)
        ? controlSim(world, request.method, body)
        : answerRequest(world, request),
  });
  const timer = startTraffic(world, options.tickMs ?? 250);
  return {
    ...server,
    sim: () => world.sim,
    issuer: world.issuer,
    async stop() {
      clearInterval(timer);
      releaseHeld(world);
      await server.stop();
    },
  };
}

function isControl(url: string | undefined): boolean {
  return url?.split('?')[0] === '/__sim';
}

function startTraffic(world: World, tickMs: number): NodeJS.Timeout {
  let lastMs = world.now();
  advanceTraffic(world, 0);
  const timer = setInterval(() => {
    const nowMs = world.now();
    advanceTraffic(world, nowMs - lastMs);
    lastMs = nowMs;
  }, tickMs);
  return timer.unref();
}
