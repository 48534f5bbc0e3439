import type { Check } from '../finding.ts';
import { originMetrics } from './origin-metrics.ts';
import { postgres } from './postgres.ts';
import { services } from './services.ts';
import { settings } from './settings.ts';
import { upstash } from './upstash.ts';

/** Every check, in the order of the report. */
export const checks: readonly Check[] = [settings, postgres, upstash, services, originMetrics];
