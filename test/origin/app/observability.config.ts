import { ConfigService } from '@nestjs/config';
import { DataSource } from 'typeorm';
import {
  ObservabilityModule,
  s3Probe,
  smtpProbe,
  stripeProbe,
  type ObservabilityOptions,
} from '../../../packages/nest/src/index.ts';
import { connectMail } from './email/connect-mail.ts';
import { MetricsService } from './metrics/metrics.service.ts';
import { RedisService } from './redis/redis.service.ts';

/** Everything that the package is told of the shop, by services that do not record in its metrics themselves. */
export const observability = ObservabilityModule.forRootAsync({
  inject: [MetricsService, DataSource, RedisService, ConfigService],
  // oxlint-disable-next-line max-params -- what Nest injects
  useFactory: (
    metrics: MetricsService,
    dataSource: DataSource,
    redis: RedisService,
    config: ConfigService,
  ): ObservabilityOptions => ({
    registry: metrics.registry,
    dataSource,
    redis,
    probes: thirdParties(config),
    instance: { version: '1.4.2', commit: config.get<string>('COMMIT') ?? 'unknown' },
    smoke: { delayMs: 500, pauseMs: 500 },
  }),
});

function thirdParties(config: ConfigService) {
  const url = config.getOrThrow<string>('THIRD_PARTIES_URL');
  const head = async (signal: AbortSignal) => {
    const { ok, status } = await fetch(`${url}/ktblog-media`, { method: 'HEAD', signal });
    if (!ok) throw new Error(`status ${status}`);
  };
  // A minute would hide a fault from whoever watches in short rounds.
  return [
    { ...stripeProbe({ secretKey: 'rk_test_stand_in', baseUrl: url }), cacheMs: 2_000 },
    { ...s3Probe({ bucket: 'ktblog-media', region: 'eu-central-1', head }), cacheMs: 2_000 },
    {
      ...smtpProbe({
        host: '127.0.0.1',
        port: Number(config.getOrThrow<string>('SMTP_PORT')),
        createTransport: () => connectMail(config),
      }),
      cacheMs: 2_000,
    },
  ];
}
