import type * as z from 'zod';
import { json, type Answer } from '../serve.ts';
import { restartInstance } from './instance.ts';
import { nestError } from './nest-error.ts';
import { mergeSimState, SimChange } from './sim-state.ts';
import { releaseHeld, type World } from './world.ts';

/** `GET /__sim` shows how the origin misbehaves, `POST /__sim` changes it. */
export async function controlSim(
  world: World,
  method: string | undefined,
  body: Buffer,
): Promise<Answer> {
  if (method === 'GET') return json(200, world.sim);
  if (method !== 'POST') return nestError(405, `Cannot ${method} /__sim: use GET or POST`);
  const input = readJson(body);
  if (input === undefined) return refuse('the body is not JSON');
  const parsed = SimChange.safeParse(input);
  if (!parsed.success) return refuse(explain(parsed.error));
  await applyChange(world, parsed.data);
  return json(200, world.sim);
}

async function applyChange(world: World, change: SimChange) {
  world.sim = mergeSimState(world.sim, change);
  if (!world.sim.hang) releaseHeld(world);
  if (change.restart) {
    for (const instance of world.instances) restartInstance(instance, world.now());
  }
  await world.onChange(world.sim);
}

function refuse(reason: string): Answer {
  return nestError(400, `Cannot change the simulation: ${reason}`);
}

function explain({ issues }: z.ZodError): string {
  const problems = issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  return problems.join('; ');
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
