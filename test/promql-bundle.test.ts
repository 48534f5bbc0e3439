import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const LIMIT_BYTES = 45 * 1024;

test('the PromQL engine with its parser takes 45 KB at most over the wire', async () => {
  const { outputFiles } = await build({
    entryPoints: ['core/promql/index.ts'],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  const bytes = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
  console.log(`core/promql: ${bytes} bytes, minified and gzipped`);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(LIMIT_BYTES);
});
