import { formatPosition, toPosition, type Position, type Span } from './position.ts';

/** Why a query was refused or failed, and where in its text. Nothing else is thrown for a query. */
export class PromqlError extends Error {
  override readonly name = 'PromqlError';
  readonly position: Position;

  constructor(message: string, position: Position) {
    super(message);
    this.position = position;
  }
}

/** A text that is no query; the message begins with the place, as in Prometheus. */
export function parseError(message: string, text: string, span: Span): PromqlError {
  const place = formatPosition(text, span);
  return new PromqlError(`${place}: parse error: ${message}`, toPosition(text, span));
}
