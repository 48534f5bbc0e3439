import type { Command } from 'commander';
import { createDoctor } from './doctor.ts';

/** Every command, in the order of the help. */
export const commands: readonly (() => Command)[] = [createDoctor];
