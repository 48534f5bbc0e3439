import { join } from 'node:path';
import * as z from 'zod';

const Port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(1, 'must be from 1 to 65535')
  .max(65_535, 'must be from 1 to 65535');

const Variables = z.object({
  PORT: Port.default(8787),
  INBOX_PORT: Port.optional(),
  DEV_ORIGIN_PORT: Port.optional(),
  PHAROS_DATA: z.string().default('.data'),
  REDIS_URL: z.url('must be the address of a Redis, redis://…').optional(),
  ORIGIN_URL: z
    .url({ protocol: /^https?$/, error: 'must be a whole address, https://…' })
    .optional(),
});

/** What the local stack runs with. `foreignOrigin` is null when the dev origin is watched. */
export type StackOptions = {
  port: number;
  inboxPort: number;
  devOriginPort: number;
  dataDir: string;
  redisUrl: string | null;
  foreignOrigin: URL | null;
  slotSec: number;
  /** The user's own variables; they win over the stack's. */
  variables: Record<string, string>;
};

/** Reads the environment. Throws with a line per variable that is malformed. */
export function readOptions(
  environment: Record<string, string | undefined>,
  slotSec: number,
): StackOptions {
  const variables = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const parsed = Variables.safeParse(variables);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `Cannot start: ${name} ${message} (it is "${variables[name] ?? ''}")`;
    });
    throw new Error(lines.join('\n'));
  }
  const { PORT, INBOX_PORT, DEV_ORIGIN_PORT, PHAROS_DATA, REDIS_URL, ORIGIN_URL } = parsed.data;
  const foreignOrigin = ORIGIN_URL === undefined ? null : new URL(ORIGIN_URL);
  return {
    port: PORT,
    inboxPort: INBOX_PORT ?? PORT + 1,
    devOriginPort: DEV_ORIGIN_PORT ?? PORT + 2,
    dataDir: foreignOrigin === null ? PHAROS_DATA : join(PHAROS_DATA, folderOf(foreignOrigin)),
    redisUrl: REDIS_URL ?? null,
    foreignOrigin,
    slotSec,
    variables,
  };
}

// Each origin has a record of its own: the history of one is not the history of another.
function folderOf({ host }: URL): string {
  return `origin-${host.replace(/[^a-z0-9.-]/gi, '-')}`;
}
