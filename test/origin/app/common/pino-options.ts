import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Options } from 'pino-http';

export const pinoOptions: Options = {
  level: process.env['LOG_LEVEL'] ?? 'info',
  redact: ['req.headers.authorization', 'req.headers.cookie'],
  serializers: {
    req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
      id,
      method,
      url,
    }),
    res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
  },
  customProps: (request: IncomingMessage) => ({
    correlationId: Reflect.get(request, 'correlationId'),
  }),
  customLogLevel: (_request: IncomingMessage, { statusCode }: ServerResponse) =>
    statusCode >= 500 ? 'error' : statusCode >= 400 ? 'warn' : 'info',
};
