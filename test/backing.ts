/** The addresses that `backing.setup.ts` hands to tests inside workerd, as `inject('backing')`. */
export type Backing = {
  /** Variables of the monitor with which every service is up but those that need a bucket. */
  env: Record<string, string>;
  /** A database for tests whose slots are not those of the others. */
  anotherDatabaseUrl: string;
  /** A database for the tests of the window, whose slots are later than those of the others. */
  windowDatabaseUrl: string;
  /** Answers as its path says: see `odd-server.ts`. */
  oddUrl: string;
  /** Nothing listens here. */
  closedUrl: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    backing: Backing;
  }
}
