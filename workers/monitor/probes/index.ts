import { apiServer } from './api-server.ts';
import { postgresql } from './postgresql.ts';
import type { Probe } from './probe.ts';
import { redis } from './redis.ts';
import { s3Storage } from './s3-storage.ts';
import { smtpEmail } from './smtp-email.ts';
import { storefront } from './storefront.ts';
import { stripeApi } from './stripe-api.ts';

/** Every probe, in the order of the page. */
export const probes: readonly Probe[] = [
  apiServer,
  storefront,
  postgresql,
  redis,
  stripeApi,
  s3Storage,
  smtpEmail,
];
