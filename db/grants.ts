// Which Worker may do what with which table: a new table gets its line here, and `npm run db:migrate` does the rest.
const READ = ['SELECT'] as const;
const ADD = ['SELECT', 'INSERT'] as const;
const KEEP = ['SELECT', 'INSERT', 'UPDATE'] as const;
/** To delete by age one must also look. */
const PURGE = ['SELECT', 'DELETE'] as const;

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** The role of each Worker. None owns a table, so none can alter one. */
export const ROLES = {
  edge: 'pharos_edge',
  monitor: 'pharos_monitor',
  deployVerify: 'pharos_deploy_verify',
} as const;
export type Worker = keyof typeof ROLES;

/** A table that is not named for a Worker is closed to it. */
export const TABLES: Record<string, Partial<Record<Worker, readonly Privilege[]>>> = {
  access_tokens: { edge: KEEP },
  audit_log: { edge: ADD },
  evaluator: { monitor: ['SELECT', 'UPDATE'] },
  incident_desk: { edge: ['SELECT', 'UPDATE'], monitor: ['SELECT', 'UPDATE'] },
  incident_logs: { edge: KEEP, monitor: KEEP },
  incident_updates: { edge: KEEP, monitor: KEEP },
  maintenance_series: { edge: KEEP, monitor: KEEP },
  maintenance_windows: { edge: KEEP, monitor: KEEP },
  idempotency_keys: { edge: ADD, monitor: PURGE },
  metric_frames: { monitor: [...KEEP, 'DELETE'] },
  probe_results: { monitor: ['SELECT', 'INSERT', 'DELETE'] },
  service_corrections: { edge: ADD, monitor: READ },
  service_days: { monitor: KEEP },
  service_intervals: { edge: READ, monitor: [...KEEP, 'DELETE'] },
  service_months: { monitor: ADD },
  service_runs: { monitor: [...KEEP, 'DELETE'] },
  service_statuses: { edge: READ, monitor: KEEP },
  session_epoch: { edge: ['SELECT', 'UPDATE'], monitor: READ },
  spent_ids: { edge: ADD, monitor: PURGE },
};

/** Functions that do for a role what it may not do by itself. */
export const FUNCTIONS: Record<string, readonly Worker[]> = {
  'purge_audit_log(integer)': ['monitor'],
};
