import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { MetricsService } from './metrics.service.ts';

@Controller('metrics')
export class MetricsController {
  readonly #metrics: MetricsService;

  constructor(@Inject(MetricsService) metrics: MetricsService) {
    this.#metrics = metrics;
  }

  @Get()
  async read(@Res() response: Response): Promise<void> {
    response.type(this.#metrics.registry.contentType).send(await this.#metrics.registry.metrics());
  }
}
