import type { TokenRow } from '../../db/queries/access-tokens.ts';

/** One line for each token: its id, whether it is alive, its name, its owner and what it may do. */
export function formatTokens(tokens: readonly TokenRow[], nowMs: number): string {
  if (tokens.length === 0) return 'There are no tokens';
  return tokens.map((token) => formatToken(token, nowMs)).join('\n');
}

function formatToken({ id, name, owner, scopes, ...times }: TokenRow, nowMs: number): string {
  const used = times.lastUsedAt === null ? 'never used' : `used ${toDay(times.lastUsedAt)}`;
  return [id, stateOf(times, nowMs), name, `by ${owner}`, scopes.join(', '), used].join('  ');
}

function stateOf(
  { revokedAt, expiresAt }: Pick<TokenRow, 'revokedAt' | 'expiresAt'>,
  nowMs: number,
) {
  if (revokedAt !== null) return `revoked ${toDay(revokedAt)}`;
  const verb = Date.parse(expiresAt) > nowMs ? 'until' : 'expired';
  return `${verb} ${toDay(expiresAt)}`;
}

function toDay(at: string): string {
  return new Date(at).toISOString().slice(0, 10);
}
