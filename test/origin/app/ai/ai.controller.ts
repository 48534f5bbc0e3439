import { setTimeout as wait } from 'node:timers/promises';
import { Controller, Inject, Param, Post } from '@nestjs/common';
import { KtMetrics } from '../../../../packages/nest/src/metrics/index.ts';

@Controller('ai')
export class AiController {
  readonly #kt: KtMetrics;

  constructor(@Inject(KtMetrics) kt: KtMetrics) {
    this.#kt = kt;
  }

  @Post(':operation')
  async run(@Param('operation') operation: string): Promise<object> {
    const startMs = performance.now();
    await wait(20);
    this.#kt.recordAiRequest(operation.replace('-', '_'), (performance.now() - startMs) / 1000);
    return { status: 'success', message: 'Done', data: { suggestion: 'Ten spreadsheet tips' } };
  }
}
