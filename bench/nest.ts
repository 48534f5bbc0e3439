// What the package costs a Nest application: CPU time of the process for one request, of the stand-in as it was, with
// the package, and with express-prom-bundle. Other load only adds, so the least of alternating rounds counts.
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import type { AppProcess } from '../test/origin/infra/start-process.ts';
import { openStandIn } from '../test/origin/open-stand-in.ts';

const ROUNDS = 6;
const REQUESTS = 4_000;
const PATH = '/api/v1/digital-products/ping';
/** Clock ticks of /proc are hundredths of a second on Linux. */
const MICROS_PER_TICK = 10_000;

const VARIANTS = {
  host: { OBSERVABILITY: 'off' },
  package: {},
  bundle: { OBSERVABILITY: 'off', HOST_HTTP: 'off', PROM_BUNDLE: 'on' },
};
type Variant = keyof typeof VARIANTS;
const variants: readonly Variant[] = ['host', 'package', 'bundle'];

const standIn = await openStandIn('a-token-of-the-bench-00');
try {
  console.log(`pino info lines, an empty handler: ${await compare('info')} (at most 1.10)`);
  console.log(`no lines, an empty handler: ${await compare('silent')}`);
} finally {
  await standIn.stop();
}

async function compare(level: string): Promise<string> {
  const apps = new Map<Variant, AppProcess>();
  for (const variant of variants) {
    apps.set(variant, await standIn.startApp({ ...VARIANTS[variant], LOG_LEVEL: level }));
  }
  const least = { host: Infinity, package: Infinity, bundle: Infinity };
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [variant, app] of apps) {
      const micros = await measure(app);
      if (round > 0) least[variant] = Math.min(least[variant], micros);
    }
  }
  await Promise.all([...apps.values()].map((app) => app.stop()));
  const words = variants.map((variant) => `${variant} ${least[variant].toFixed(1)} µs`);
  const ratio = (of: Variant) => (least[of] / least.host).toFixed(3);
  return `${words.join(', ')}; package / host ${ratio('package')}, bundle / host ${ratio('bundle')}`;
}

/** CPU microseconds a request. */
async function measure({ url, pid }: AppProcess): Promise<number> {
  const before = cpuTicks(pid);
  const { errors, non2xx } = await autocannon({
    url: url + PATH,
    connections: 16,
    amount: REQUESTS,
  });
  if (errors + non2xx > 0) throw new Error(`Cannot measure: ${errors} errors, ${non2xx} refusals`);
  return ((cpuTicks(pid) - before) * MICROS_PER_TICK) / REQUESTS;
}

// utime and stime, the 14th and 15th field; the second may hold spaces.
function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
