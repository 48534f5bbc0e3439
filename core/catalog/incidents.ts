import type { IncidentPolicy } from '../incidents/incident-policy.ts';

type Catalog = Omit<IncidentPolicy, 'publishAfterMs' | 'resolveAfterMs'> & {
  /** Slots of 30 s. */
  publishAfterSlots: number;
  resolveAfterSlots: number;
};

/** How the monitor groups, weighs and publishes the incidents that it opens by itself. */
export const incidentCatalog: Catalog = {
  /** Services that fail together are one incident; a service that is in no group is its own. */
  groups: [['api-server', 'storefront', 'postgresql', 'redis']],
  /** A major outage of one of these is P1; of another P2; a partial one is P3. */
  critical: ['api-server', 'storefront'],
  /** `publish`: visitors read the incident at once; `draft`: when a person says so, or after a while without one. */
  publication: { P1: 'draft', P2: 'draft', P3: 'draft', P4: 'draft' },
  publishAfterSlots: 10,
  resolveAfterSlots: 10,
};
