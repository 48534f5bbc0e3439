// What would be uploaded, without an account or a network. The site must be built first.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const CONFIGS = {
  edge: 'dist/server/wrangler.json',
  monitor: 'workers/monitor/wrangler.toml',
  'deploy-verify': 'workers/deploy-verify/wrangler.toml',
};

for (const [name, config] of Object.entries(CONFIGS)) {
  // Absolute: a relative one is taken from the config's folder for some files and from here for others.
  const outdir = resolve('dist/dry-run', name);
  const args = ['deploy', '--dry-run', '-c', config, '--outdir', outdir];
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' };
  const { status } = spawnSync('wrangler', args, { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
