import * as z from 'zod';
import type { Answer } from '../serve.ts';
import { MaybeText, type Delivery, type Receipt, type Receiver } from './message.ts';
import { parseJson } from './parse-json.ts';
import { SlackBlocks, type SlackBlock } from './slack-blocks.ts';

const Payload = z.looseObject({
  text: z.string().optional(),
  channel: MaybeText,
  blocks: z.unknown().optional(),
  attachments: z.array(z.unknown()).optional(),
  metadata: z.unknown().optional(),
});

const Metadata = z.looseObject({
  event_type: z.string(),
  event_payload: z.looseObject({
    kind: MaybeText,
    alert: MaybeText,
    severity: MaybeText,
    key: MaybeText,
  }),
});

// A longer message fails as a whole, although each of its blocks is short enough.
const MAX_BLOCKS_CHARS = 13_200;

/** An incoming webhook of Slack: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
export const slackReceiver: Receiver = {
  channel: 'slack',
  receive,
  refuse: (status) => say(status, status === 429 ? 'rate_limited' : 'rollup_error'),
};

function receive(delivery: Delivery): Receipt {
  const payload = Payload.safeParse(parseJson(readJson(delivery)));
  if (!payload.success) return refuse('invalid_payload');
  const { text, channel, attachments = [], metadata } = payload.data;
  const blocks = SlackBlocks.safeParse(payload.data.blocks ?? []);
  if (!blocks.success) return refuse('invalid_blocks');
  if (JSON.stringify(blocks.data).length > MAX_BLOCKS_CHARS) return refuse('msg_blocks_too_long');
  if (!text && blocks.data.length + attachments.length === 0) return refuse('no_text');

  const named = Metadata.safeParse(metadata).data?.event_payload;
  return {
    answer: say(200, 'ok'),
    draft: {
      channel: 'slack',
      to: channel ?? null,
      kind: named?.kind ?? null,
      alert: named?.alert ?? null,
      severity: named?.severity ?? null,
      subject: blocks.data.find((block) => block.type === 'header')?.text?.text ?? null,
      text: text || readText(blocks.data),
      key: delivery.headers['idempotency-key'] ?? named?.key ?? null,
      headers: delivery.headers,
      verified: null,
      raw: delivery.body,
    },
  };
}

/** The payload may also be a field of a form. */
function readJson({ headers, body }: Delivery): string {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  return isForm ? (new URLSearchParams(body).get('payload') ?? '') : body;
}

function readText(blocks: SlackBlock[]): string | null {
  const texts = blocks.flatMap((block) =>
    block.type === 'section' ? (block.text?.text ?? []) : [],
  );
  return texts.length === 0 ? null : texts.join('\n');
}

function refuse(reason: string): Receipt {
  return { answer: say(400, reason), draft: null };
}

function say(status: number, body: string): Answer {
  return { status, headers: { 'content-type': 'text/html' }, body };
}
