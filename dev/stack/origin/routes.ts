import { json, type Answer } from '../serve.ts';
import { PRODUCTS_ROUTE } from './arrivals.ts';
import { admitsDown, checkHealth } from './health.ts';
import type { Instance } from './instance.ts';
import { reportMigrations } from './migrations.ts';
import { products } from './products.ts';
import { readExposition } from './read-exposition.ts';
import { checkLiveness, checkReadiness } from './readiness.ts';
import { postgresql } from './services.ts';
import { listProducts, type ShopEvent } from './shop-events.ts';
import type { SimService } from './sim-state.ts';
import { answerJwks, answerLink, JWKS_PATH, LINK_PATH } from './start-issuer.ts';
import { renderStorefront } from './storefront.ts';
import type { World } from './world.ts';

export type Call = { world: World; instance: Instance; query: URLSearchParams };

export type Route = {
  path: string;
  answer: (call: Call) => Answer | Promise<Answer>;
} & (
  | { kind: 'public' | 'guarded' | 'page' }
  | { kind: 'api'; needs: readonly SimService[]; leave: ShopEvent }
);

export const routes: readonly Route[] = [
  { path: '/', kind: 'page', answer: renderStorefront },
  { path: JWKS_PATH, kind: 'public', answer: ({ world }) => answerJwks(world.issuer) },
  {
    path: LINK_PATH,
    kind: 'public',
    answer: ({ world }) => answerLink(world.issuer, world.loginUrl),
  },
  { path: '/health', kind: 'public', answer: () => json(200, checkLiveness()) },
  { path: '/health/ready', kind: 'public', answer: answerReadiness },
  { path: '/health/detailed', kind: 'guarded', answer: answerHealth },
  { path: '/health/migrations', kind: 'guarded', answer: answerMigrations },
  { path: '/metrics', kind: 'guarded', answer: answerMetrics },
  {
    path: PRODUCTS_ROUTE,
    kind: 'api',
    needs: ['postgresql'],
    leave: listProducts,
    answer: answerProducts,
  },
];

function answerReadiness({ world }: Call): Answer {
  const readiness = checkReadiness(world);
  return json(readiness.status === 'ok' ? 200 : 503, readiness);
}

function answerHealth({ world, instance }: Call): Answer {
  const health = checkHealth(world, instance);
  return json(health.status === 'DOWN' ? 503 : 200, health);
}

function answerMigrations({ world }: Call): Answer {
  if (admitsDown(world, postgresql)) {
    return json(503, { status: 'error', message: postgresql.error });
  }
  const report = reportMigrations(world.sim);
  return json(report.status === 'ok' ? 200 : 503, report);
}

async function answerMetrics({ world, instance }: Call): Promise<Answer> {
  const body = await readExposition(world, instance);
  return { status: 200, headers: { 'content-type': instance.registry.contentType }, body };
}

function answerProducts({ query }: Call): Answer {
  const limit = Math.min(100, Math.max(1, Number(query.get('limit')) || 20));
  const data = products.slice(0, limit);
  return json(200, { status: 'success', message: 'Products retrieved', data });
}
