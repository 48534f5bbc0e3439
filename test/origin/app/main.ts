// oxlint-disable import/no-unassigned-import -- the order matters: Sentry patches what is loaded after it
import '../../../packages/nest/src/instrument.ts';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import prometheusBundle from 'express-prom-bundle';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.ts';

async function start() {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    bufferLogs: true,
    rawBody: true,
  });
  app.useLogger(app.get(Logger));
  // Only the benches compare with it.
  if (process.env['PROM_BUNDLE'] === 'on') {
    app.use(prometheusBundle({ includeMethod: true, includePath: true, metricsPath: '/bundle' }));
  }
  app.setGlobalPrefix('api/v1', { exclude: ['health', 'health/*path', 'metrics'] });
  app.enableShutdownHooks();
  await app.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1');
  process.send?.({ url: await app.getUrl() });
}

void start();
