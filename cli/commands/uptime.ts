import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { computeUptime } from '../../core/uptime/compute-uptime.ts';
import { parseUptimeInput } from '../../core/uptime/uptime-input.ts';
import { explainUnreadable } from '../explain-unreadable.ts';

const ABOUT = `
FILE holds { "window": { "from", "to" }, "maintenance": [{ "from", "to", "announcedAt" }],
"rounds": [{ "at", "result": "up" | "degraded" | "partial" | "down" | "none" }],
"rules": { "intervalSec": 60, "confirm": 2, "recover": 2, "unknownAfterMissed": 3 } }. Times are ISO 8601 with Z or an
offset; rounds come in any order. The answer is JSON: percentages floored to three decimals, null where nothing was
measured.`;

export function createUptime(): Command {
  return new Command('uptime')
    .description('Computes the uptime of a window from the rounds in a file.')
    .argument('<file>', 'window, maintenance, rounds and rules, as below')
    .option('--json', 'print JSON, as it always does')
    .addHelpText('after', ABOUT)
    .action(printUptime);
}

function printUptime(path: string): void {
  const uptime = computeUptime(parseUptimeInput(readJson(path)));
  console.log(JSON.stringify(uptime, null, 2));
}

function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    const seen = error instanceof Error ? error.message : 'unreadable';
    throw new Error(`Cannot read ${path}: it is not JSON: ${seen}`, { cause: error });
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw explainUnreadable(path, error);
  }
}
