import { RedisError } from './reply.ts';

/** One end of a range of scores: `5` or, without the score itself, `(5`. */
export type Bound = { score: number; exclusive: boolean };

export function parseScore(text: string): number {
  const score = readFloat(text);
  if (score === null) throw new RedisError('ERR value is not a valid float');
  return score;
}

export function parseBound(text: string): Bound {
  const exclusive = text.startsWith('(');
  const score = readFloat(exclusive ? text.slice(1) : text);
  if (score === null) throw new RedisError('ERR min or max is not a float');
  return { score, exclusive };
}

/** The shortest form that reads back the same, as from Redis 7.2 on. */
export function formatScore(score: number): string {
  if (Number.isFinite(score)) return String(score);
  return score > 0 ? 'inf' : '-inf';
}

function readFloat(text: string): number | null {
  if (/^[-+]?inf(?:inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
