import * as z from 'zod';
import { FaultName, type Faults } from '../faults.ts';
import { FaultMode, json, type Answer } from '../serve.ts';
import { FailMode, type FailModes } from './fail-modes.ts';
import { Channel } from './message.ts';
import { parseJson } from './parse-json.ts';

const NewFailMode = z.strictObject({ channel: Channel, mode: FailMode }, { error: explainType });
const NewFaults = z.partialRecord(FaultName, FaultMode, { error: explainType });

/** How one channel fails from now on; answers how all of them do. */
export function setFailMode(body: string, failModes: FailModes): Answer {
  const wanted = NewFailMode.safeParse(parseJson(body));
  if (!wanted.success) return refuse('Cannot set how a channel fails', wanted.error);
  failModes.set(wanted.data.channel, wanted.data.mode);
  return json(200, failModes.get());
}

/** Faults of the stack, merged into those that are set; answers all of them. */
export async function setFaults(body: string, faults: Faults): Promise<Answer> {
  const wanted = NewFaults.safeParse(parseJson(body));
  if (!wanted.success) return refuse('Cannot set faults', wanted.error);
  for (const name of FaultName.options) {
    const mode = wanted.data[name];
    if (mode !== undefined) await faults.set(name, mode);
  }
  return json(200, faults.get());
}

function explainType({ code }: { code?: string }) {
  return code === 'invalid_type' ? 'the body is not a JSON object' : undefined;
}

function refuse(action: string, { issues }: z.ZodError): Answer {
  const reasons = issues.map(({ path, message }) => [...path, message].join(': '));
  return json(400, { message: `${action}: ${reasons.join('; ')}` });
}
