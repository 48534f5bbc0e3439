const REMEDIES: Record<string, string> = {
  '28P01': 'check the user and password in DATABASE_URL',
  '3D000': 'check the database name in DATABASE_URL',
  '42P01': 'run npm run db:migrate',
  '42703': 'run npm run db:migrate',
  '42501': 'give this role the rights that the migrations give it',
};

/** What the database or the way to it said, and what to do where that is known; without the SQL and its values. */
export function explainDbError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Several addresses were tried: their errors are inside and the outer message is empty.
  if (error instanceof AggregateError) return error.errors.map(explainDbError).join('; ');
  if (error.cause instanceof Error) return explainDbError(error.cause);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const remedy = REMEDIES[code];
  return remedy === undefined ? error.message : `${error.message}: ${remedy}`;
}
