import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from './backend.ts';
import { createEngine } from './engine/create-engine.ts';
import type { Outcome } from './engine/reply.ts';
import { connectRedis } from './real-redis.ts';
import { runCall } from './run-call.ts';
import { isSameOutcome } from './testing/is-same-outcome.ts';
import { createRandomSteps } from './testing/random-steps.ts';
import { redisMissing, startRedisServer, type RedisServer } from './testing/start-redis-server.ts';

const ROUNDS = 120;
const STEPS_PER_ROUND = 250;

const skipped = redisMissing === null ? '' : ` (skipped: ${redisMissing})`;

describe.skipIf(redisMissing !== null)(`the engine beside a real Redis${skipped}`, () => {
  let server: RedisServer;
  let redis: Backend;

  beforeAll(async () => {
    server = await startRedisServer();
    redis = await connectRedis(server.url);
  });

  afterAll(async () => {
    redis.close();
    await server.stop();
  });

  test.each([1, 2])('the same commands get the same answers (seed %i)', async (seed) => {
    const engine = { ...createEngine({ now: Date.now }), close: () => undefined };
    const nextStep = createRandomSteps(seed);
    const differences: object[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const steps = [[['flushall']], ...Array.from({ length: STEPS_PER_ROUND }, nextStep)];
      const expected = await runSteps(redis, steps);
      const answers = await runSteps(engine, steps);
      for (const [index, step] of steps.entries()) {
        const [real, ours] = [expected[index], answers[index]];
        if (!isSameStep(step, real, ours)) differences.push({ step, real, ours });
      }
    }
    expect(differences.slice(0, 10)).toEqual([]);
  });
});

type StepOutcome = Outcome | Outcome[] | undefined;

function runSteps(backend: Backend, steps: string[][][]): Promise<StepOutcome[]> {
  const outcomes = steps.map((step) => {
    const [command = []] = step;
    if (step.length === 1) return runCall({ kind: 'command', command }, backend);
    return runCall({ kind: 'transaction', commands: step }, backend);
  });
  return Promise.all(outcomes);
}

// A transaction that is refused as a whole has one outcome, like a lone command.
function isSameStep(step: string[][], real: StepOutcome, ours: StepOutcome): boolean {
  if (!Array.isArray(real) && !Array.isArray(ours))
    return isSameOutcome(nameOf(step[0]), real, ours);
  return step.every((command, index) =>
    isSameOutcome(nameOf(command), [real].flat()[index], [ours].flat()[index]),
  );
}

function nameOf(command: string[] = []): string {
  return command[0]?.toLowerCase() ?? '';
}
