import { startRealPostgres, type RealPostgres } from '../postgres.ts';
import { buildStandIn } from './build.ts';
import type { TcpServer } from './infra/listen-tcp.ts';
import { startMailSink } from './infra/start-mail-sink.ts';
import { startProcess, type AppProcess } from './infra/start-process.ts';
import { startRedis } from './infra/start-redis.ts';
import { startThirdParties, type ThirdParties } from './infra/start-third-parties.ts';

export const WEBHOOK_SECRET = 'whsec_for_the_stand_in';

export type StandIn = {
  postgres: RealPostgres;
  redis: TcpServer;
  mail: TcpServer;
  thirdParties: ThirdParties;
  /** Another process of the application, beside those that run. */
  startApp: (env?: Record<string, string>) => Promise<AppProcess>;
  stop: () => Promise<void>;
};

/** What a KTBlog needs, real or close to it, and the processes of KTBlog itself. `token` opens its guarded paths. */
export async function openStandIn(token: string): Promise<StandIn> {
  const main = await buildStandIn();
  await using parts = new AsyncDisposableStack();
  const keep = <T extends { stop: () => Promise<void> }>(part: T): T => {
    parts.defer(() => part.stop());
    return part;
  };
  const postgres = keep(await startRealPostgres());
  const redis = keep(await startRedis());
  const mail = keep(await startMailSink());
  const thirdParties = keep(await startThirdParties());
  const addresses = {
    DATABASE_URL: await postgres.createDatabase(),
    REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    SMTP_PORT: String(mail.port),
    THIRD_PARTIES_URL: thirdParties.url,
    STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    METRICS_TOKENS: token,
    NODE_ENV: 'production',
  };
  const started = parts.move();
  return {
    postgres,
    redis,
    mail,
    thirdParties,
    startApp: async (env = {}) => {
      const app = await startProcess(main, { ...addresses, ...env });
      started.defer(() => app.stop());
      return app;
    },
    stop: () => started.disposeAsync(),
  };
}
