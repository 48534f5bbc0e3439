import type { Ledger } from '../uptime/ledger.ts';
import type { Evidence } from './incident.ts';

/** What the ledger says of a service at this moment. */
export type SeenService = {
  serviceName: string;
  displayName: string;
  state: Ledger['state'];
  /** Since when. Milliseconds. */
  sinceMs: number;
  /** The outage since it was last seen well, also while nobody can see it; null: it is well. */
  outage: Evidence | null;
  /** Announced work that has not run over its time accounts for whatever fails. */
  isInWork: boolean;
};

/** `red`: a confirmed outage; `unseen`: neither good nor bad can be said. */
export function colorOf({ state }: SeenService): 'green' | 'red' | 'unseen' {
  switch (state) {
    case 'operational':
    case 'degraded':
      return 'green';
    case 'partial_outage':
    case 'major_outage':
      return 'red';
    case 'unknown':
      return 'unseen';
  }
}
