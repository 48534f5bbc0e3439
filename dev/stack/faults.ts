import * as z from 'zod';
import type { FaultMode } from './serve.ts';

export const FaultName = z.enum(['postgres', 'upstash', 'relay', 'stripe', 's3', 'neutral']);
export type FaultName = z.infer<typeof FaultName>;

export type Faults = {
  set: (name: FaultName, mode: FaultMode) => Promise<void>;
  get: () => Record<FaultName, FaultMode>;
};

type Setters = Record<FaultName, (mode: FaultMode) => Promise<void>>;

/** The switches of the local stack. A mode is shown once its server has taken it. */
export function createFaults(setters: Setters): Faults {
  const modes: Record<FaultName, FaultMode> = {
    postgres: 'ok',
    upstash: 'ok',
    relay: 'ok',
    stripe: 'ok',
    s3: 'ok',
    neutral: 'ok',
  };
  return {
    async set(name, mode) {
      await setters[name](mode);
      modes[name] = mode;
    },
    get: () => ({ ...modes }),
  };
}
