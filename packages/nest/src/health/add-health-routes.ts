import type { ServerResponse } from 'node:http';
import type { AbstractHttpAdapter } from '@nestjs/core';
import { sendJson } from '../access/send-json.ts';
import { hideSecrets } from '../errors/hide-secrets.ts';
import type { HealthService } from './health.service.ts';

type Routes = { health: HealthService; paths: { detailed: string; migrations: string } };
type Adapter = Pick<AbstractHttpAdapter, 'get'>;

/** On the adapter and not as a controller: the host's prefix, versions, guards and wrappers do not reach it there. */
export function addHealthRoutes(adapter: Adapter, { health, paths }: Routes): void {
  adapter.get(paths.detailed, (_request: unknown, response: ServerResponse) =>
    answer(response, async () => {
      const body = await health.checkDetailed();
      return { body, isWell: body.status !== 'DOWN' };
    }),
  );
  const { checkMigrations } = health;
  if (checkMigrations === null) return;
  adapter.get(paths.migrations, (_request: unknown, response: ServerResponse) =>
    answer(response, async () => {
      const body = await checkMigrations();
      return { body, isWell: body.status === 'ok' };
    }),
  );
}

type Report = () => Promise<{ body: object; isWell: boolean }>;

async function answer(response: ServerResponse, report: Report): Promise<void> {
  try {
    const { body, isWell } = await report();
    sendJson(response, isWell ? 200 : 503, body);
  } catch (error) {
    const message = hideSecrets(error instanceof Error ? error.message : String(error));
    sendJson(response, 503, { status: 'error', message });
  }
}
