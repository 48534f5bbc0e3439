import * as event from './shop-events.ts';
import type { ShopEvent } from './shop-events.ts';
import type { SimService } from './sim-state.ts';

/** One kind of request that the simulated visitors make. */
export type Arrival = {
  weight: number;
  method: string;
  route: string;
  status: number;
  medianSec: number;
  needs: readonly SimService[];
  leave: ShopEvent | null;
};

type Row = [
  weight: number,
  method: string,
  route: string,
  status: number,
  medianSec: number,
  needs?: SimService[],
  leave?: ShopEvent,
];

export const UNMATCHED = '(unmatched)';
export const PRODUCTS_ROUTE = '/api/v1/digital-products';

const rows: Row[] = [
  [34, 'GET', PRODUCTS_ROUTE, 200, 0.006, ['postgresql'], event.listProducts],
  [28, 'GET', `${PRODUCTS_ROUTE}/:slug`, 200, 0.009, ['postgresql'], event.viewProduct],
  [4, 'GET', `${PRODUCTS_ROUTE}/:slug`, 404, 0.007, ['postgresql']],
  [2, 'HEAD', `${PRODUCTS_ROUTE}/:slug`, 200, 0.007, ['postgresql']],
  [1, 'GET', `${PRODUCTS_ROUTE}/by-id/:id`, 400, 0.002],
  [1, 'GET', `${PRODUCTS_ROUTE}/stream/download`, 200, 0.3, ['s3-storage']],
  [1, 'GET', `${PRODUCTS_ROUTE}/admin/stats`, 401, 0.001],
  [6, 'GET', UNMATCHED, 404, 0.001],
  [5, 'POST', '/api/v1/checkout/cart', 201, 0.012, ['postgresql', 'redis']],
  [
    2,
    'POST',
    '/api/v1/checkout/complete',
    201,
    0.06,
    ['postgresql', 'stripe-api'],
    event.completeOrder,
  ],
  [3, 'POST', '/api/v1/auth/login', 200, 0.09, ['postgresql', 'redis'], event.logIn],
  [1, 'POST', '/api/v1/auth/login', 401, 0.08, ['postgresql']],
  [0.3, 'POST', '/api/v1/auth/register', 201, 0.11, ['postgresql'], event.registerUser],
  [2, 'POST', '/api/v1/webhooks/stripe', 200, 0.05, ['postgresql'], event.processWebhook],
  [0.3, 'POST', '/api/v1/webhooks/stripe', 400, 0.002],
  [0.7, 'POST', '/api/v1/ai/title-suggestion', 201, 1.4, [], event.suggestTitle],
  [0.5, 'POST', '/api/v1/ai/content-analysis', 201, 1.1, [], event.analyzeContent],
];

export const arrivals: readonly Arrival[] = rows.map(
  ([weight, method, route, status, medianSec, needs = [], leave = null]) => ({
    weight,
    method,
    route,
    status,
    medianSec,
    needs,
    leave,
  }),
);
