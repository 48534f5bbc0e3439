import type { ErrorCode } from '../../shared/envelope.ts';

type Details = { data?: unknown; headers?: Record<string, string> };

/** A refusal that the caller can act on. Thrown anywhere in a route, answered in one place. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
