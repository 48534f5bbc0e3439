import { STATUS_CODES } from 'node:http';
import type { ArgumentsHost } from '@nestjs/common';
import { BaseExceptionFilter, type AbstractHttpAdapter } from '@nestjs/core';
import { statusOf } from './status-of.ts';

/**
 * Answers as Nest's own filter does, without its line in the log: that has everything the exception carries, such as the
 * parameters of a query or the body that could not be parsed.
 */
export class QuietFilter extends BaseExceptionFilter {
  override handleUnknownError(
    exception: unknown,
    host: ArgumentsHost,
    adapter: Pick<AbstractHttpAdapter, 'isHeadersSent' | 'end' | 'reply'>,
  ): void {
    const response: unknown = host.getArgByIndex(1);
    if (adapter.isHeadersSent(response)) return void adapter.end(response);
    const statusCode = statusOf(exception);
    adapter.reply(response, { statusCode, message: this.#findMessage(exception) }, statusCode);
  }

  // http-errors says itself whether its message is for the client.
  #findMessage(exception: unknown): string {
    if (!this.isHttpError(exception)) return 'Internal server error';
    const isHidden: unknown = Reflect.get(exception, 'expose');
    if (isHidden !== false) return exception.message;
    return STATUS_CODES[exception.statusCode] ?? 'Internal server error';
  }
}
