import * as z from 'zod';
import type { Answer } from '../serve.ts';

export const Channel = z.enum(['slack', 'email', 'webhook', 'pagerduty']);
export type Channel = z.infer<typeof Channel>;

/** One thing that was sent. What the sender did not name is null. */
export type Message = {
  /** ISO 8601, UTC. */
  at: string;
  channel: Channel;
  to: string | null;
  kind: string | null;
  alert: string | null;
  severity: string | null;
  subject: string | null;
  text: string | null;
  /** What a receiver deduplicates by. */
  key: string | null;
  headers: Record<string, string>;
  /** Whether the signature is right; null where none is looked at. */
  verified: boolean | null;
  /** The body as it came. */
  raw: string;
};

/** A message that has not been filed yet. */
export type Draft = Omit<Message, 'at'>;

export type Delivery = {
  /** What stands behind the receiver's own path: the name of a webhook. */
  name: string | null;
  headers: Record<string, string>;
  body: string;
};

/** What a receiver answers, and the message when it took it. */
export type Receipt = { answer: Answer; draft: Draft | null };

export type Receiver = {
  channel: Channel;
  receive: (delivery: Delivery) => Receipt;
  /** An answer of the third party to one request too many, or to its own failure. */
  refuse: (status: 429 | 500) => Answer;
};

/** A field that may be missing or of another type: somebody else's payload. */
export const MaybeText = z.string().nullish().catch(null);
