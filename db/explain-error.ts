const REMEDIES: Record<string, string> = {
  '28P01': 'check the user and password in DATABASE_URL',
  '3D000': 'check the database name in DATABASE_URL',
  '42P01': 'run npm run db:migrate',
  '42703': 'run npm run db:migrate',
  ENOTFOUND: 'check the host in DATABASE_URL',
  EAI_AGAIN: 'check the host in DATABASE_URL',
  ERR_INVALID_URL: 'check DATABASE_URL',
  '42501': 'give this role the rights that the migrations give it',
};

/** What the database or the way to it said, and what to do where that is known; without the SQL and its values. */
export function explainDbError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Several addresses were tried: their errors are inside and the outer message is empty.
  if (error instanceof AggregateError) return error.errors.map(explainDbError).join('; ');
  if (error.cause instanceof Error) return explainDbError(error.cause);
  // Where Neon's driver keeps what made a request fail.
  if ('sourceError' in error && error.sourceError instanceof Error) {
    return explainDbError(error.sourceError);
  }
  if (error.name === 'TimeoutError') return 'no answer in time';
  const remedy = REMEDIES[codeOf(error)];
  const message = withoutAddress(error.message);
  return remedy === undefined ? message : `${message}: ${remedy}`;
}

function codeOf(error: Error): string {
  // Neon checks passwords before PostgreSQL does, and without its code.
  if (error.message.startsWith('password authentication failed')) return '28P01';
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

// Neon's driver repeats an address that it cannot read, with the password in it.
function withoutAddress(message: string): string {
  return message.replace(/ \(connection string: .*/s, ': check DATABASE_URL');
}
