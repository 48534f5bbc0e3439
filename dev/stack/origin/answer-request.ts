import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../serve.ts';
import { UNMATCHED } from './arrivals.ts';
import { drawFailure } from './draw-failure.ts';
import { nestError } from './nest-error.ts';
import { recordRequest } from './record-request.ts';
import { routes, type Call, type Route } from './routes.ts';
import { renderStorefrontError } from './storefront.ts';
import { hold, type World } from './world.ts';

type Outcome = { answer: Answer; error: string | null };

/** What the balancer and the process behind it make of a request; `null` drops the connection. */
export async function answerRequest(
  world: World,
  request: IncomingMessage,
): Promise<Answer | null> {
  if (world.sim.hang) return hold(world).then(() => null);
  const { pathname, searchParams } = new URL(`http://origin${request.url}`);
  const route = findRoute(request.method, pathname);
  if (world.sim.down.includes('api-server') && route?.kind !== 'page') return null;
  const startMs = performance.now();
  const instance = pathname === '/metrics' ? world.nextForScrape() : world.nextForRequest();
  const call = { world, instance, query: searchParams };
  const { answer, error } = route ? await run(route, call, request) : notFound(request);
  recordRequest(instance.metrics, {
    method: request.method ?? 'GET',
    route: route?.path ?? UNMATCHED,
    status: answer.status,
    durationSec: (performance.now() - startMs) / 1000,
    error,
  });
  return answer;
}

function findRoute(method: string | undefined, pathname: string): Route | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  return routes.find(({ path }) => path === pathname);
}

async function run(route: Route, call: Call, request: IncomingMessage): Promise<Outcome> {
  if (route.kind === 'api') return runApi(route, call);
  if (route.kind === 'page') return succeed(await runPage(route, call));
  if (route.kind === 'guarded') return succeed(await runGuarded(route, call, request));
  return succeed(await route.answer(call));
}

/** Only what an API route throws is counted as an API error. */
function succeed(answer: Answer): Outcome {
  return { answer, error: null };
}

async function runGuarded(route: Route, call: Call, request: IncomingMessage): Promise<Answer> {
  const isAllowed = request.headers.authorization === `Bearer ${call.world.token}`;
  const answer = isAllowed ? await route.answer(call) : nestError(401, 'Unauthorized');
  const challenge = isAllowed ? {} : { 'www-authenticate': 'Bearer realm="observability"' };
  return { ...answer, headers: { ...answer.headers, ...challenge, 'cache-control': 'no-store' } };
}

async function runPage(route: Route, call: Call): Promise<Answer> {
  const { sim } = call.world;
  if (sim.down.includes('storefront')) return renderStorefrontError(503);
  await delay(call.world);
  return sim.lie ? renderStorefrontError(500) : route.answer(call);
}

async function runApi(route: Route & { kind: 'api' }, call: Call): Promise<Outcome> {
  const { world, instance } = call;
  const { sim, random } = world;
  await delay(world);
  const error = drawFailure(sim, route.needs, random);
  if (error !== null) return { answer: nestError(500, 'Internal server error'), error };
  const startMs = performance.now();
  const answer = await route.answer(call);
  route.leave(instance.metrics, { durationSec: (performance.now() - startMs) / 1000, sim, random });
  return succeed(answer);
}

async function delay({ sim }: World) {
  if (sim.latencyMs > 0) await wait(sim.latencyMs, undefined, { ref: false });
}

function notFound(request: IncomingMessage): Outcome {
  return succeed(nestError(404, `Cannot ${request.method} ${request.url}`));
}
