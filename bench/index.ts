// npm run bench -- <name>…: the benches that are named, or all, one after the other, each in a process of its own.
import { spawnSync } from 'node:child_process';

/** What a bench runs, in order. */
const benches = new Map([
  ['nest', ['bench/nest.ts']],
  ['page', ['dev/build.ts', 'bench/page.ts']],
  ['uptime', ['bench/uptime.ts']],
  ['parser', ['bench/parser.ts']],
  ['promql', ['bench/promql.ts']],
]);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches.has(name));
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(', ')}; there are: ${[...benches.keys()].join(', ')}`,
  );
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : benches.keys()) {
  console.log(`\n${name}`);
  const isDone = benches.get(name)?.every((file) => run(file));
  if (!isDone) process.exitCode = 1;
}

function run(file: string): boolean {
  return spawnSync(process.execPath, [file], { stdio: 'inherit' }).status === 0;
}
