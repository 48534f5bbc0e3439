import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import { KtMetrics } from '../../../packages/nest/src/metrics/index.ts';
import { withObservability } from '../../../packages/nest/src/index.ts';
import { AiController } from './ai/ai.controller.ts';
import { AuthModule } from './auth/auth.module.ts';
import { CheckoutModule } from './checkout/checkout.module.ts';
import { CorrelationIdMiddleware } from './common/correlation-id.middleware.ts';
import { HttpExceptionFilter } from './common/http-exception.filter.ts';
import { HTTP_METRICS, LoggingInterceptor } from './common/logging.interceptor.ts';
import { pinoOptions } from './common/pino-options.ts';
import { EmailModule } from './email/email.module.ts';
import { EventsGateway } from './events/events.gateway.ts';
import { HealthModule } from './health/health.module.ts';
import { MetricsModule } from './metrics/metrics.module.ts';
import { MetricsService } from './metrics/metrics.service.ts';
import { Init1700000000000 } from './migrations/1700000000000-init.ts';
import { observability } from './observability.config.ts';
import { ProductsModule } from './products/products.module.ts';
import { RedisModule } from './redis/redis.module.ts';
import { SimMiddleware } from './sim/sim.middleware.ts';
import { StripeWebhookController } from './stripe/stripe-webhook.controller.ts';

const database = TypeOrmModule.forRootAsync({
  inject: [ConfigService],
  useFactory: (config: ConfigService) => ({
    type: 'postgres' as const,
    url: config.getOrThrow<string>('DATABASE_URL'),
    autoLoadEntities: true,
    migrations: [Init1700000000000],
    migrationsRun: true,
    extra: { connectionTimeoutMillis: 1_500 },
  }),
});

// The benches compare: without the package the host records in its interceptor, as it did before.
const isObserved = process.env['OBSERVABILITY'] !== 'off';
const isHostCounting = process.env['OBSERVABILITY'] === 'off' && process.env['HOST_HTTP'] !== 'off';
const unobserved = {
  module: class UnobservedModule {},
  global: true,
  providers: [
    {
      provide: KtMetrics,
      useFactory: ({ registry }: MetricsService) => new KtMetrics(registry),
      inject: [MetricsService],
    },
  ],
  exports: [KtMetrics],
};

@Module({
  imports: [
    ConfigModule.forRoot({ isGlobal: true, ignoreEnvFile: true }),
    LoggerModule.forRoot({ pinoHttp: isObserved ? withObservability(pinoOptions) : pinoOptions }),
    ScheduleModule.forRoot(),
    database,
    MetricsModule,
    isObserved ? observability : unobserved,
    RedisModule,
    EmailModule,
    AuthModule,
    HealthModule,
    ProductsModule,
    CheckoutModule,
  ],
  controllers: [StripeWebhookController, AiController],
  providers: [
    EventsGateway,
    ...(isHostCounting ? [{ provide: HTTP_METRICS, useExisting: MetricsService }] : []),
    { provide: APP_INTERCEPTOR, useClass: LoggingInterceptor },
    { provide: APP_FILTER, useClass: HttpExceptionFilter },
  ],
})
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(CorrelationIdMiddleware, SimMiddleware).forRoutes('{*path}');
  }
}
