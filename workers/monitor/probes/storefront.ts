import * as z from 'zod';
import { HttpAddress } from './http-address.ts';
import { defineProbe } from './probe.ts';
import { readPage } from './read-page.ts';

export const storefront = defineProbe({
  serviceName: 'storefront',
  displayName: 'Storefront',
  target: 'origin',
  addressedBy: ['STOREFRONT_URL'],
  degradedAboveMs: 3_000,
  settings: z.object({ STOREFRONT_URL: HttpAddress }),
  run: ({ STOREFRONT_URL }, { signal }) => readPage(new URL(STOREFRONT_URL), signal),
});
