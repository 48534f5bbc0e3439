import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { json } from '../serve.ts';
import { MaybeText, type Delivery, type Receipt, type Receiver } from './message.ts';
import { parseJson } from './parse-json.ts';

const Common = { routing_key: z.string().length(32), client: MaybeText, client_url: MaybeText };

const Event = z.discriminatedUnion('event_action', [
  z.looseObject({
    ...Common,
    event_action: z.literal('trigger'),
    dedup_key: z.string().max(255).optional(),
    payload: z.looseObject({
      summary: z.string().min(1).max(1_024),
      source: z.string().min(1),
      severity: z.enum(['critical', 'error', 'warning', 'info']),
      class: MaybeText,
      custom_details: z.looseObject({ kind: MaybeText, alert: MaybeText }).partial().catch({}),
    }),
  }),
  z.looseObject({
    ...Common,
    event_action: z.enum(['acknowledge', 'resolve']),
    dedup_key: z.string().min(1).max(255),
    payload: z.undefined().catch(undefined),
  }),
]);

const KINDS = { trigger: 'firing', acknowledge: 'acknowledged', resolve: 'resolved' } as const;

/** Events API v2: https://developer.pagerduty.com/docs/events-api-v2-overview */
export const pagerdutyReceiver: Receiver = {
  channel: 'pagerduty',
  receive,
  refuse(status) {
    if (status === 500) return json(500, { status: 'error', message: 'Internal server error' });
    const message = 'Requests for this service are arriving too quickly. Please retry later.';
    return json(429, { status: 'throttle exceeded', message });
  },
};

function receive({ headers, body }: Delivery): Receipt {
  const parsed = Event.safeParse(parseJson(body));
  if (!parsed.success) return { answer: refuseEvent(parsed.error), draft: null };
  const { event_action: action, routing_key: to, payload } = parsed.data;
  const key = parsed.data.dedup_key ?? randomUUID().replaceAll('-', '');
  return {
    answer: json(202, { status: 'success', message: 'Event processed', dedup_key: key }),
    draft: {
      channel: 'pagerduty',
      to,
      kind: payload?.custom_details?.kind ?? KINDS[action],
      alert: payload?.custom_details?.alert ?? payload?.class ?? null,
      severity: payload?.severity ?? null,
      subject: payload?.summary ?? null,
      text: null,
      key,
      headers,
      verified: null,
      raw: body,
    },
  };
}

function refuseEvent({ issues }: z.ZodError) {
  const errors = issues.map(({ path, message }) => `'${path.join('.')}': ${message}`);
  return json(400, { status: 'invalid event', message: 'Event object is invalid', errors });
}
