import type { Command } from 'commander';
import { createDoctor } from './doctor.ts';
import { createMetrics } from './metrics.ts';
import { createRules } from './rules.ts';
import { createTokenCommand } from './token.ts';
import { createUptime } from './uptime.ts';

/** Every command, in the order of the help. */
export const commands: readonly (() => Command)[] = [
  createDoctor,
  createMetrics,
  createRules,
  createTokenCommand,
  createUptime,
];
