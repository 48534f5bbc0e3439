// Runs a command that must not outlive whoever started it: when standard input closes, which happens however the
// other end dies, or when the command itself ends, everything it has started ends with it.
import { spawn } from 'node:child_process';

const KILL_AFTER_MS = 4_000;

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.once('error', (error) => {
  console.error(`Cannot start ${command}: ${error.message}`);
  process.exit(1);
});
// What is left of the group when the command is gone has nobody to wait for.
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
  process.kill(-process.pid, 'SIGTERM');
  setTimeout(endGroup, KILL_AFTER_MS / 8);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => {});
process.stdin.resume();
process.stdin.once('close', () => {
  process.kill(-process.pid, 'SIGTERM');
  setTimeout(endGroup, KILL_AFTER_MS);
});

function endGroup() {
  process.kill(-process.pid, 'SIGKILL');
}
