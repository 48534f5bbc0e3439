import { setTimeout as wait } from 'node:timers/promises';
import { InternalServerErrorException, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** How the process misbehaves; whoever started it says so over its channel. */
const sim = { errorRate: 0, latencyMs: 0 };

const ballast: number[][] = [];

process.on('message', (message) => {
  const { errorRate, latencyMs, heapMb } = Object(message);
  Object.assign(sim, { errorRate, latencyMs });
  ballast.length = 0;
  // Eight bytes a number, all of them in use.
  for (let mb = 0; mb < heapMb; mb += 1) ballast.push(Array.from({ length: 131_072 }, Math.random));
});
// Whoever started it is gone, however that happened.
process.on('disconnect', () => process.exit(0));

export class SimMiddleware implements NestMiddleware {
  async use(request: Request, _response: Response, next: NextFunction): Promise<void> {
    if (!request.originalUrl.startsWith('/api/')) return next();
    if (sim.latencyMs > 0) await wait(sim.latencyMs);
    if (Math.random() < sim.errorRate) throw new InternalServerErrorException();
    next();
  }
}
