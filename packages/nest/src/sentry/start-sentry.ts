import { createRequire } from 'node:module';
import { join } from 'node:path';
import { scrubEvent } from './scrub-event.ts';
import { isSentryClient, setSentryClient, type SentryClient } from './sentry-client.ts';

/** Starts Sentry when `SENTRY_DSN` is set. Throws when it is and @sentry/nestjs is not installed. */
export function startSentry(env: Readonly<Record<string, string | undefined>>): void {
  const dsn = env['SENTRY_DSN'];
  if (dsn === undefined || dsn === '') return;
  const client = loadSentry();
  client.init({
    dsn,
    environment: env['NODE_ENV'] ?? 'development',
    tracesSampleRate: 0.1,
    sendDefaultPii: false,
    integrations: [client.httpIntegration({ maxIncomingRequestBodySize: 'none' })],
    beforeSend: scrubEvent,
    beforeSendTransaction: scrubEvent,
  });
  setSentryClient(client);
}

// Of the application that runs, not of this package: it must be the copy that patches the application's modules.
function loadSentry(): SentryClient {
  const from = process.argv[1] ?? join(process.cwd(), 'main.js');
  try {
    const loaded: unknown = createRequire(from)('@sentry/nestjs');
    if (isSentryClient(loaded)) return loaded;
  } catch (error) {
    throw new Error('Cannot start Sentry: SENTRY_DSN is set: npm install @sentry/nestjs', {
      cause: error,
    });
  }
  throw new Error('Cannot start Sentry: this @sentry/nestjs is none that we know: install 10');
}
