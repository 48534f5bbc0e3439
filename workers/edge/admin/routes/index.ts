import type { Route } from '../route.ts';
import { audit } from './audit.ts';
import { banner } from './banner.ts';
import { corrections } from './corrections.ts';
import { incidentUpdates } from './incident-updates.ts';
import { incidents } from './incidents.ts';
import { maintenanceSeries } from './maintenance-series.ts';
import { maintenance } from './maintenance.ts';
import { prometheus } from './prometheus.ts';
import { session } from './session.ts';
import { tokens } from './tokens.ts';
import { warnings } from './warnings.ts';

/** Every route that asks who calls. */
export const routes: readonly Route[] = [
  ...session,
  ...audit,
  ...tokens,
  ...corrections,
  ...incidents,
  ...incidentUpdates,
  ...banner,
  ...maintenance,
  ...maintenanceSeries,
  ...warnings,
  ...prometheus,
];
