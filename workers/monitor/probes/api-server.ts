import * as z from 'zod';
import { HttpAddress } from './http-address.ts';
import { product } from '../../../core/catalog/product.ts';
import { follow } from './follow.ts';
import { originUrl } from './origin-url.ts';
import { readPage } from './read-page.ts';
import type { ProbeResult } from './probe-result.ts';
import { defineProbe } from './probe.ts';
import { BadAnswer, readJson } from './read-answer.ts';

const LIMIT_BYTES = 1024 * 1024;

/** A real route, asked from outside: that the process says it is well proves nothing to a visitor. */
export const apiServer = defineProbe({
  serviceName: 'api-server',
  displayName: 'API server',
  target: 'origin',
  addressedBy: ['ORIGIN_URL', 'PROBE_API_PATH'],
  degradedAboveMs: 2_000,
  settings: z.object({
    ORIGIN_URL: HttpAddress,
    PROBE_API_PATH: z.string().startsWith('/', 'it must start with /').optional(),
  }),
  async run({ ORIGIN_URL, PROBE_API_PATH }, { signal }) {
    const url = originUrl(ORIGIN_URL, PROBE_API_PATH ?? product.probeApiPath);
    if (PROBE_API_PATH !== undefined) return readPage(url, signal);
    return readCatalog(await follow(url, { signal }));
  },
});

const Products = z.object({ data: z.array(z.unknown()) });

async function readCatalog(response: Response): Promise<ProbeResult> {
  const { ok, status } = response;
  if (status === 429) return { kind: 'unknown', reason: 'throttled: status 429' };
  if (status === 404) throw new BadAnswer('status 404');
  if (!ok) return { kind: 'down', latencyMs: null, reason: `status ${status}` };
  if (Products.safeParse(await readJson(response, LIMIT_BYTES)).success) return { kind: 'up' };
  throw new BadAnswer('JSON without a list of products');
}
