import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import * as z from 'zod';
import type { HistorySnapshot } from '../../core/snapshot/history-snapshot.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { buildSite } from '../../dev/build.ts';

const KEY = 'snapshot:v1';
const HISTORY_KEY = 'history:v1';
/** An isolate asks its store again after some seconds: 4 of a slot of 30. */
const DEADLINE_MS = 15_000;

export type OpenEdge = {
  url: string;
  /** Puts it into the store, as newer than all before it, and waits until the edge gives it out. */
  publish: (snapshot: Snapshot) => Promise<void>;
  /** Puts it into the store. An isolate that has read one before asks again after some seconds. */
  publishHistory: (history: HistorySnapshot) => Promise<void>;
  /** May be called again. */
  stop: () => Promise<void>;
};

/** The built edge Worker on a port of this machine, which is a free one unless it is named. Nothing is published yet. */
export async function openEdge(port = 0): Promise<OpenEdge> {
  await buildSite();
  const miniflare = new Miniflare(convertV4MiniflareOptions({ ...readWorker(), port }));
  const { origin } = await miniflare.ready;
  const kv = await miniflare.getKVNamespace('STATUS_KV');
  let lastSeq = 0;
  let stopping: Promise<void> | null = null;

  return {
    url: `${origin}/`,
    async publish(snapshot) {
      lastSeq = Math.max(lastSeq + 1, snapshot.seq);
      await kv.put(KEY, JSON.stringify({ ...snapshot, seq: lastSeq }));
      await waitForSeq(`${origin}/api/v1/status`, lastSeq);
    },
    publishHistory: (history) => kv.put(HISTORY_KEY, JSON.stringify(history)),
    stop: () => (stopping ??= miniflare.dispose()),
  };
}

const Config = z.object({
  main: z.string(),
  compatibility_date: z.string(),
  compatibility_flags: z.array(z.string()),
});

function readWorker() {
  const root = resolve('dist/server');
  const config = Config.parse(JSON.parse(readFileSync(join(root, 'wrangler.json'), 'utf8')));
  const others = globSync('**/*.mjs', { cwd: root }).filter((file) => file !== config.main);
  return {
    name: 'edge',
    host: '127.0.0.1',
    cf: false as const,
    log: new Log(LogLevel.ERROR),
    modulesRoot: root,
    // The first module is the entry.
    modules: [config.main, ...others].map((file) => ({
      type: 'ESModule' as const,
      path: join(root, file),
    })),
    compatibilityDate: config.compatibility_date,
    compatibilityFlags: config.compatibility_flags,
    kvNamespaces: { STATUS_KV: 'status-kv' },
    assets: {
      directory: resolve('dist/client'),
      binding: 'ASSETS',
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: false },
      assetConfig: {},
    },
  };
}

const Answer = z.object({ data: z.object({ seq: z.number() }) });

async function waitForSeq(url: string, seq: number): Promise<void> {
  const untilMs = Date.now() + DEADLINE_MS;
  while (Date.now() < untilMs) {
    const response = await fetch(url);
    const answer = Answer.safeParse(await response.json());
    if (answer.success && answer.data.data.seq === seq) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Cannot publish: ${url} does not give ${seq} within ${DEADLINE_MS} ms`);
}
