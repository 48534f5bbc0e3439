import type { Faults } from '../faults.ts';
import type { Mail } from '../relay.ts';
import { serve, type Server } from '../serve.ts';
import { createFailModes, type FailModes } from './fail-modes.ts';
import { draftOfMail } from './mail.ts';
import type { Draft, Message } from './message.ts';
import { pagerdutyReceiver } from './pagerduty.ts';
import { createRouter } from './router.ts';
import { slackReceiver } from './slack.ts';
import { createWebhookReceiver } from './webhook.ts';

type Options = {
  port: number;
  faults: Faults;
  slackPath?: string;
  /** `whsec_` and base64. Empty or not given: signatures are not looked at. */
  webhookSecret?: string;
  /** The time in ms since 1970. */
  now: () => number;
};

export type Inbox = Server & {
  /** Takes a mail from the relay. */
  receive: (mail: Mail) => void;
  failModes: FailModes;
  slackUrl: string;
  /** Any other name behind `/webhook/` will do as well. */
  webhookUrl: string;
  pagerdutyUrl: string;
};

/** Receives what is sent to people, and shows it: nothing leaves this machine. */
export async function startInbox(options: Options): Promise<Inbox> {
  const { port, faults, slackPath = '/slack', webhookSecret, now } = options;
  const messages: Message[] = [];
  const failModes = createFailModes();

  function file(draft: Draft) {
    messages.push({ at: new Date(now()).toISOString(), ...draft });
  }

  const receivers = new Map([
    [slackPath, slackReceiver],
    ['/webhook/:name', createWebhookReceiver(webhookSecret)],
    ['/pagerduty/v2/enqueue', pagerdutyReceiver],
  ]);
  const handler = createRouter({ messages, file, receivers, failModes, faults });
  const server = await serve({ name: 'the inbox', port, portVariable: 'INBOX_PORT', handler });

  return {
    ...server,
    receive: (mail) => file(draftOfMail(mail)),
    failModes,
    slackUrl: `${server.url}${slackPath}`,
    webhookUrl: `${server.url}/webhook/ops`,
    pagerdutyUrl: `${server.url}/pagerduty/v2/enqueue`,
    async stop() {
      failModes.stop();
      await server.stop();
    },
  };
}
