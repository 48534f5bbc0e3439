import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { SETTINGS, type Settings } from '../settings.ts';
import { runSmokeTests } from './run-smoke-tests.ts';
import type { SmokeReport } from './smoke-test.ts';
import { smokeTests } from './smoke-tests.ts';

const CLOSE_WITHIN_MS = 3_000;

/**
 * RUN_SMOKE_ON_DEPLOY=true: the process asks itself whether it is well, some seconds after it listens.
 * AUTO_ROLLBACK_ENABLED=true: when it is not, after all tries, it ends with code 1. That is a restart, of the same
 * image: what rolls back is whoever starts processes.
 */
@Injectable()
export class SmokeOnDeploy {
  readonly #settings: Settings;
  readonly #adapterHost: HttpAdapterHost;
  readonly #logger = new Logger('SmokeOnDeploy');
  readonly #stopped = new AbortController();

  constructor(
    @Inject(SETTINGS) settings: Settings,
    @Inject(HttpAdapterHost) adapterHost: HttpAdapterHost,
  ) {
    this.#settings = settings;
    this.#adapterHost = adapterHost;
  }

  start(env: Readonly<Record<string, string | undefined>>): void {
    if (env['RUN_SMOKE_ON_DEPLOY'] !== 'true') return;
    const server = this.#server();
    // The port is not known before.
    const begin = () => void this.#judge(env['AUTO_ROLLBACK_ENABLED'] === 'true');
    if (server.listening) begin();
    else server.once('listening', begin);
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** The same tests now, against this process. */
  run(): Promise<SmokeReport> {
    const tests = [...smokeTests, ...(this.#settings.smoke.tests ?? [])];
    return runSmokeTests(tests, { baseUrl: findUrl(this.#server()), settings: this.#settings });
  }

  async #judge(mayExit: boolean) {
    const { delayMs = 10_000, tries = 3, pauseMs = 5_000 } = this.#settings.smoke;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      if (!(await this.#pause(attempt === 1 ? delayMs : pauseMs))) return;
      const { passed, results } = await this.run();
      if (passed) return this.#logger.log({ msg: 'Smoke tests passed', attempt, results });
      this.#logger.error({ msg: 'Smoke tests failed', attempt, of: tries, results });
    }
    if (mayExit) this.#exit();
  }

  /** False when the application was closed meanwhile. */
  #pause(ms: number): Promise<boolean> {
    return wait(ms, true, { ref: false, signal: this.#stopped.signal }).catch(() => false);
  }

  // Not by a signal: Nest raises it again after its hooks, and the process would end with 143.
  #exit() {
    this.#logger.error('AUTO_ROLLBACK_ENABLED: the process ends with code 1');
    setTimeout(end, CLOSE_WITHIN_MS).unref();
    const server = this.#server();
    server.close(end);
    server.closeIdleConnections();
  }

  #server(): Server {
    return this.#adapterHost.httpAdapter.getHttpServer();
  }
}

function findUrl(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('Cannot run smoke tests: the server does not listen on a port');
  }
  const { family, port } = address;
  const isAny = ['::', '0.0.0.0'].includes(address.address);
  const host = isAny ? '127.0.0.1' : family === 'IPv6' ? `[${address.address}]` : address.address;
  return `${'setSecureContext' in server ? 'https' : 'http'}://${host}:${port}`;
}

function end() {
  process.exit(1);
}
