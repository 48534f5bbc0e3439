import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import { json } from '../serve.ts';
import { MaybeText, type Delivery, type Receiver } from './message.ts';
import { parseJson } from './parse-json.ts';

const Payload = z
  .looseObject({
    alertName: MaybeText,
    severity: MaybeText,
    kind: MaybeText,
    key: MaybeText,
    subject: MaybeText,
    text: MaybeText,
  })
  .partial()
  .catch({});

/**
 * Somebody's webhook: takes any body. With a secret it looks at the signature (https://www.standardwebhooks.com) and
 * notes what it found, so that what was signed wrongly can be seen too.
 */
export function createWebhookReceiver(secret?: string): Receiver {
  const webhook = secret ? new Webhook(secret) : null;
  return {
    channel: 'webhook',
    receive(delivery) {
      const { name, headers, body } = delivery;
      const payload = Payload.parse(parseJson(body));
      return {
        answer: json(200, { received: true }),
        draft: {
          channel: 'webhook',
          to: name,
          kind: payload.kind ?? null,
          alert: payload.alertName ?? null,
          severity: payload.severity ?? null,
          subject: payload.subject ?? null,
          text: payload.text ?? null,
          key: headers['idempotency-key'] ?? headers['webhook-id'] ?? payload.key ?? null,
          headers,
          verified: webhook && isSigned(webhook, delivery),
          raw: body,
        },
      };
    },
    refuse: (status) =>
      json(status, { message: status === 429 ? 'Too many requests' : 'Internal server error' }),
  };
}

/** False also when the signature is more than five minutes old. */
function isSigned(webhook: Webhook, { headers, body }: Delivery): boolean {
  try {
    webhook.verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}
