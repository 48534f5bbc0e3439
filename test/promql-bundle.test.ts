import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { expect, test } from 'vitest';

const LIMIT_BYTES = 45 * 1024;

test('the PromQL engine with its parser takes 45 KB at most over the wire', async () => {
  const bytes = gzipSync(await bundle(`export * from './core/promql/index.ts';`), {
    level: 9,
  }).length;
  console.log(`core/promql: ${bytes} bytes, minified and gzipped`);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES);
});

test('the PromQL engine works in the runtime of Workers', async () => {
  const script = await bundle(`
    import { evaluateInstant } from './core/promql/index.ts';
    const samples = [[0, 1], [60_000, 2], [120_000, 5]];
    const series = [{ labels: { __name__: 'x_total', job: 'api' }, samples }];
    export default {
      fetch: (request) => {
        const expr = new URL(request.url).searchParams.get('expr');
        return Response.json(evaluateInstant(expr, series, 120_000));
      },
    };`);
  const options = { modules: true, script, compatibilityDate: '2026-10-12', cf: false as const };
  const miniflare = new Miniflare(convertV4MiniflareOptions(options));
  try {
    const url = await miniflare.ready;
    url.search = String(
      new URLSearchParams({ expr: 'sum by (job) (rate(x_total{job=~"(?i)A.*"}[2m] @ end()))' }),
    );
    const response = await fetch(url);
    expect(await response.json()).toEqual({
      type: 'vector',
      series: [{ labels: { job: 'api' }, value: 5 / 120 }],
      warnings: [],
      infos: [],
    });
  } finally {
    await miniflare.dispose();
  }
});

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: '.', loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
