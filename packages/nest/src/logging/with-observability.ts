import type { ObservedRequest } from '../http/observed-request.ts';
import { requestFacts } from '../http/request-facts.ts';
import { routePattern } from '../http/route-pattern.ts';

type Log = Record<string, unknown>;
type Response = { statusCode: number };

/** What is used of the options of pino-http. */
type HttpLogOptions = {
  customAttributeKeys?: object | undefined;
  customSuccessObject?: unknown;
  customErrorObject?: unknown;
  serializers?: object | undefined;
};

/**
 * Options of pino-http whose line for a finished request also has `userId`, `route` (the pattern) and `duration`, and no
 * query string in its URL. Not by `customProps`: that is asked at the start and at the end, and both answers are written.
 */
export function withObservability<O extends HttpLogOptions>(options: O): O {
  const { customSuccessObject: success, customErrorObject: failure, serializers } = options;
  return {
    ...options,
    customAttributeKeys: { ...options.customAttributeKeys, responseTime: 'duration' },
    customSuccessObject: (request: ObservedRequest, response: Response, log: Log) => ({
      ...own(success, [request, response, log], log),
      ...describe(request, response),
    }),
    customErrorObject: (...args: [ObservedRequest, Response, Error, Log]) => ({
      ...own(failure, args, args[3]),
      ...describe(args[0], args[1]),
    }),
    serializers: { ...serializers, req: withoutQuery(Object(serializers).req) },
  };
}

function own(custom: unknown, args: unknown[], log: Log): object {
  return typeof custom === 'function' ? Object(Reflect.apply(custom, undefined, args)) : log;
}

function describe(request: ObservedRequest, { statusCode }: Response) {
  const { userId } = requestFacts(request);
  return { route: routePattern(request, statusCode), ...(userId !== undefined && { userId }) };
}

function withoutQuery(serialize: unknown) {
  return (request: unknown) => {
    const shown: object = Object(
      typeof serialize === 'function' ? Reflect.apply(serialize, undefined, [request]) : request,
    );
    const { query: _query, ...rest } = Object(shown);
    const url: unknown = rest.url;
    return typeof url === 'string' ? { ...rest, url: url.split('?')[0] } : rest;
  };
}
