import { getSentryClient } from './sentry-client.ts';

type About = {
  correlationId?: string;
  userId?: string;
  route: string;
  method: string;
  statusCode: number;
  body: unknown;
};

/** Sends the exception with what is known of its request; nothing without Sentry. */
export function captureInSentry(exception: unknown, about: About): void {
  const { correlationId, userId, route, method, statusCode, body } = about;
  getSentryClient()?.captureException(exception, {
    tags: { route, method, status_code: String(statusCode) },
    ...(userId !== undefined && { user: { id: userId } }),
    extra: { correlationId, userId, route, body },
  });
}
