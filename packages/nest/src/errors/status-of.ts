import { HttpException } from '@nestjs/common';

/** The status that the exception will be answered with: that of Nest, of another copy of Nest, or of http-errors. */
export function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  const { getStatus, statusCode, message } = Object(exception);
  if (typeof getStatus === 'function') return asStatus(Reflect.apply(getStatus, exception, []));
  return message ? asStatus(statusCode) : 500;
}

function asStatus(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : 500;
}
