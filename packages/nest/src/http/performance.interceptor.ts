import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Observable } from 'rxjs';
import { HttpRecorder } from './http-recorder.ts';
import type { ObservedRequest, ObservedResponse } from './observed-request.ts';

/**
 * Names the route of each request that reaches a handler, and records those that the listener on the server did not
 * see: an application that is mounted in another one. What ends before a handler is the listener's.
 */
@Injectable()
export class PerformanceInterceptor implements NestInterceptor {
  readonly #recorder: HttpRecorder;

  constructor(@Inject(HttpRecorder) recorder: HttpRecorder) {
    this.#recorder = recorder;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() === 'http') {
      const http = context.switchToHttp();
      const request = http.getRequest<ObservedRequest>();
      this.#recorder.markMatched(request);
      this.#recorder.observe(request, http.getResponse<ObservedResponse>());
    }
    return next.handle();
  }
}
