// Runs a command that must not outlive whoever started it: when standard input closes, which happens however the
// other end dies, the whole process group ends.
import { spawn } from 'node:child_process';

const KILL_AFTER_MS = 4_000;

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.once('error', (error) => {
  console.error(`Cannot start ${command}: ${error.message}`);
  process.exit(1);
});
child.once('exit', (code) => process.exit(code ?? 1));

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {});
process.stdin.resume();
process.stdin.once('close', () => {
  process.kill(-process.pid, 'SIGTERM');
  setTimeout(() => process.kill(-process.pid, 'SIGKILL'), KILL_AFTER_MS);
});
