import { html } from 'hono/html';
import type { FaultName } from '../faults.ts';
import type { Answer, FaultMode } from '../serve.ts';
import type { FailMode } from './fail-modes.ts';
import type { Channel, Message } from './message.ts';
import { renderMessage } from './page-message.ts';

type Content = {
  /** Oldest first. */
  messages: Message[];
  modes: Record<Channel, FailMode>;
  faults: Record<FaultName, FaultMode>;
};

// More would make the page slow; messages.json has them all.
const SHOWN = 200;

// A mail is shown in a frame that inherits this policy: its inline styles work, its remote images do not.
const POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "frame-ancestors 'none'",
].join('; ');

/** The inbox for people: newest message first. */
export async function answerPage(content: Content): Promise<Answer> {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    },
    body: String(await renderPage(content)),
  };
}

function renderPage({ messages, modes, faults }: Content) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Inbox (${messages.length}), Pharos local stack</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/page.css" />
        <script type="module" src="/page.js"></script>
      </head>
      <body>
        <header>
          <h1>Inbox</h1>
          <p id="count" role="status">${countMessages(messages.length)}</p>
          <nav>
            <a href="/messages.json">JSON</a>
            <button type="button" id="clear">Clear</button>
          </nav>
        </header>
        <main>${renderTroubles(modes, faults)} ${renderMessages(messages)}</main>
      </body>
    </html>`;
}

function renderMessages(messages: Message[]) {
  if (messages.length === 0) return renderNothing();
  const newest = messages.slice(-SHOWN).toReversed();
  const rest = messages.length - newest.length;
  return html`<ol>
      ${newest.map(renderMessage)}
    </ol>
    ${rest > 0 && html`<p class="rest">${rest} older: see JSON.</p>`}`;
}

function renderNothing() {
  return html`<section class="nothing">
    <h2>Nothing has been sent yet</h2>
    <p>
      Whatever Pharos sends to Slack, by e-mail, to webhooks or to PagerDuty arrives here instead,
      and nothing leaves this machine.
    </p>
    <p>
      To see a message: send a test of an alert rule, or break the origin and wait for an alert:
    </p>
    <pre>curl -d '{"down":["redis"]}' http://127.0.0.1:8789/__sim</pre>
  </section>`;
}

function renderTroubles(modes: Content['modes'], faults: Content['faults']) {
  const troubles = Object.entries({ ...modes, ...faults }).filter(([, mode]) => mode !== 'ok');
  if (troubles.length === 0) return null;
  const list = troubles.map(([name, mode]) => html`<li>${name} <b>${mode}</b></li>`);
  return html`<section class="troubles">
    <h2>Failing on demand</h2>
    <ul>
      ${list}
    </ul>
  </section>`;
}

function countMessages(count: number): string {
  return count === 1 ? '1 message' : `${count} messages`;
}
