/** What is used of @sentry/nestjs, which the host installs or not. */
export type SentryClient = {
  init: (options: object) => unknown;
  captureException: (exception: unknown, context: object) => unknown;
  httpIntegration: (options: object) => unknown;
};

let client: SentryClient | null = null;

export function setSentryClient(given: SentryClient | null): void {
  client = given;
}

/** Null until `@pharos/nest/instrument` has started Sentry. */
export function getSentryClient(): SentryClient | null {
  return client;
}

export function isSentryClient(value: unknown): value is SentryClient {
  const names = ['init', 'captureException', 'httpIntegration'];
  return names.every((name) => typeof Object(value)[name] === 'function');
}
