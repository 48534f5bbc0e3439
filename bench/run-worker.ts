import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { sampleSnapshot } from './sample-snapshot.ts';

const DIST = resolve('dist/server');

export type RunningWorker = { url: URL; stop: () => Promise<void> };

/**
 * A Worker in the local runtime itself, with the bindings and assets of the edge. Its entry may import `./entry.mjs`,
 * the built edge, and `hono`.
 */
export async function runWorker(entry: string): Promise<RunningWorker> {
  const built = globSync('**/*.mjs', { cwd: DIST }).map((file) => ({
    type: 'ESModule' as const,
    path: join(DIST, file),
  }));
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: 'bench',
      cf: false,
      log: new Log(LogLevel.ERROR),
      modulesRoot: DIST,
      // The first module is the entry.
      modules: [
        { type: 'ESModule', path: join(DIST, 'bench.mjs'), contents: entry },
        ...built,
        ...hono(),
      ],
      compatibilityDate: '2026-10-12',
      compatibilityFlags: ['nodejs_compat', 'global_fetch_strictly_public'],
      kvNamespaces: { STATUS_KV: 'status-kv' },
      assets: {
        directory: resolve('dist/client'),
        binding: 'ASSETS',
        routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: false },
        assetConfig: {},
      },
    }),
  );
  const url = await miniflare.ready;
  const kv = await miniflare.getKVNamespace('STATUS_KV');
  await kv.put('snapshot:v1', JSON.stringify(sampleSnapshot(Date.now())));
  return { url, stop: () => miniflare.dispose() };
}

function hono() {
  const root = resolve('node_modules/hono/dist');
  return globSync('**/*.js', { cwd: root, exclude: ['cjs/**', 'adapter/**'] }).map((file) => ({
    type: 'ESModule' as const,
    path: join(DIST, 'hono', file),
    contents: readFileSync(join(root, file), 'utf8'),
  }));
}
