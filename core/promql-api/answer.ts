/** Prometheus' own words for what went wrong. */
export type ErrorType = 'bad_data' | 'execution' | 'unavailable' | 'internal';

/** Why there is no answer. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly errorType: ErrorType;

  constructor(errorType: ErrorType, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

/** A body and its HTTP status: https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview */
export type Answer = { status: number; body: object };

const STATUS: Record<ErrorType, number> = {
  bad_data: 400,
  execution: 422,
  unavailable: 503,
  internal: 500,
};

/** What an endpoint gives, and what is to be said beside it. */
export type Given = { data: unknown; warnings?: readonly string[]; infos?: readonly string[] };

export function toAnswer({ data, warnings = [], infos = [] }: Given): Answer {
  const notes = {
    ...(warnings.length > 0 && { warnings }),
    ...(infos.length > 0 && { infos }),
  };
  return { status: 200, body: { status: 'success', data, ...notes } };
}

export function toFailure(errorType: ErrorType, error: string): Answer {
  return { status: STATUS[errorType], body: { status: 'error', errorType, error } };
}
