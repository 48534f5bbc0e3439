import type { SimState } from './sim-state.ts';

type MigrationReport = {
  status: 'ok' | 'pending';
  configured: number;
  executed: number;
  pending: string[];
  last: string;
  unknownInDatabase: string[];
  table: string;
};

const EXECUTED = 14;

export function reportMigrations(sim: SimState): MigrationReport {
  const pending = sim.lie ? [] : sim.pendingMigrations;
  return {
    status: pending.length === 0 ? 'ok' : 'pending',
    configured: EXECUTED + pending.length,
    executed: EXECUTED,
    pending,
    last: 'AddOrderRefunds1761000000000',
    unknownInDatabase: [],
    table: 'migrations',
  };
}
