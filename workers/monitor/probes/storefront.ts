import * as z from 'zod';
import { defineProbe } from './probe.ts';
import { readPage } from './read-page.ts';

export const storefront = defineProbe({
  serviceName: 'storefront',
  displayName: 'Storefront',
  target: 'origin',
  addressedBy: ['STOREFRONT_URL'],
  settings: z.object({ STOREFRONT_URL: z.url() }),
  run: ({ STOREFRONT_URL }, { signal }) => readPage(new URL(STOREFRONT_URL), signal),
});
