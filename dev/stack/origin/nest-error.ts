import { json, type Answer } from '../serve.ts';

const names: Record<number, string> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
};

/** The body that Nest makes of an HttpException; a 500 and a bare 401 carry no name. */
export function nestError(status: number, message: string): Answer {
  const error = names[status];
  return json(status, { message, ...(error === undefined ? {} : { error }), statusCode: status });
}
