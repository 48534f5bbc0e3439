import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { randomUUID } from 'node:crypto';

@Injectable()
export class CorrelationIdMiddleware implements NestMiddleware {
  use(request: Request, response: Response, next: NextFunction): void {
    const id = request.header('x-correlation-id') ?? randomUUID();
    Object.assign(request, { correlationId: id });
    response.setHeader('x-correlation-id', id);
    next();
  }
}
