// The stand-in in the place of the light dev origin: behind the same kind of balancer, with the same /__sim.
import { json, serve } from '../../dev/stack/serve.ts';
import {
  initialSimState,
  mergeSimState,
  SimChange,
  type SimState,
} from '../../dev/stack/origin/sim-state.ts';
import type { Origin, OriginOptions } from '../../dev/stack/origin/start-origin.ts';
import { renderStorefront, renderStorefrontError } from '../../dev/stack/origin/storefront.ts';
import { forward } from './infra/forward.ts';
import type { AppProcess } from './infra/start-process.ts';
import { openStandIn } from './open-stand-in.ts';

export async function startNestOrigin(options: OriginOptions): Promise<Origin> {
  const { port, token, onChange = () => {} } = options;
  const standIn = await openStandIn(token);
  let sim = structuredClone(initialSimState);
  let isPostgresUp = true;
  let app = await start();
  const server = await serve({
    name: 'the Nest origin',
    port,
    portVariable: 'DEV_ORIGIN_PORT',
    async handler(request, body) {
      const { pathname } = new URL(`http://origin${request.url}`);
      if (pathname === '/__sim') return request.method === 'POST' ? change(body) : json(200, sim);
      if (sim.hang) return new Promise(() => {});
      if (pathname === '/') return answerStorefront();
      if (sim.down.includes('api-server')) return null;
      return forward(app.url, request, body);
    },
  });

  async function change(body: Buffer) {
    const parsed = SimChange.safeParse(JSON.parse(body.toString()));
    if (!parsed.success) return json(400, { message: parsed.error.message });
    const before = sim;
    sim = mergeSimState(sim, parsed.data);
    await apply(before, parsed.data.restart === true);
    await onChange(sim);
    return json(200, sim);
  }

  async function apply(before: SimState, isRestarted: boolean) {
    await standIn.redis.setUp(!sim.down.includes('redis'));
    await standIn.mail.setUp(!sim.down.includes('smtp-email'));
    standIn.thirdParties.setDown(sim.down);
    await setPostgres(!sim.down.includes('postgresql'));
    if (isRestarted || before.commit !== sim.commit) {
      await app.stop();
      app = await start();
    }
    tell(app);
  }

  async function setPostgres(isUp: boolean) {
    if (isUp === isPostgresUp) return;
    isPostgresUp = isUp;
    await (isUp ? standIn.postgres.restart() : standIn.postgres.kill());
  }

  function start() {
    return standIn.startApp({ COMMIT: sim.commit, LOG_LEVEL: 'warn' });
  }

  function tell(to: AppProcess) {
    const { errorRate, latencyMs, heapMb, lie } = sim;
    to.send({ errorRate: lie ? 1 : errorRate, latencyMs, heapMb });
  }

  function answerStorefront() {
    if (sim.down.includes('storefront')) return renderStorefrontError(503);
    return sim.lie ? renderStorefrontError(500) : renderStorefront();
  }

  return {
    ...server,
    sim: () => sim,
    issuer: null,
    async stop() {
      await server.stop();
      await standIn.stop();
    },
  };
}
