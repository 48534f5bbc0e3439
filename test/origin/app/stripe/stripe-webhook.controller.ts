import {
  BadRequestException,
  Controller,
  Headers,
  HttpCode,
  Inject,
  Post,
  Req,
  type RawBodyRequest,
} from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import type { Request } from 'express';
import StripeSdk from 'stripe';
import { KtMetrics } from '../../../../packages/nest/src/metrics/index.ts';

@Controller('webhooks/stripe')
export class StripeWebhookController {
  readonly #secret: string;
  readonly #kt: KtMetrics;

  constructor(@Inject(ConfigService) config: ConfigService, @Inject(KtMetrics) kt: KtMetrics) {
    this.#secret = config.getOrThrow<string>('STRIPE_WEBHOOK_SECRET');
    this.#kt = kt;
  }

  @Post()
  @HttpCode(200)
  receive(
    @Req() request: RawBodyRequest<Request>,
    @Headers('stripe-signature') signature = '',
  ): object {
    const startMs = performance.now();
    const { type } = this.#verify(request.rawBody ?? Buffer.alloc(0), signature);
    this.#kt.recordStripeWebhook(type, (performance.now() - startMs) / 1000);
    return { received: true };
  }

  #verify(body: Buffer, signature: string) {
    try {
      return StripeSdk.webhooks.constructEvent(body, signature, this.#secret);
    } catch {
      throw new BadRequestException('Invalid signature');
    }
  }
}
