import { html } from 'hono/html';
import * as z from 'zod';
import type { Message } from './message.ts';
import { parseJson } from './parse-json.ts';

const HtmlMail = z.object({ html: z.string().min(1) });

export function renderMessage(message: Message) {
  const { at, channel, to, kind, alert, severity, subject, text, key } = message;
  const title = subject ?? alert ?? text?.split('\n')[0] ?? 'Without a subject';
  return html`<li class="message" data-kind="${kind}">
    <p class="line">
      ${kind && html`<b class="kind">${kind}</b>`}
      <span>${channel}${to && html` to <span class="to">${to}</span>`}</span>
      ${severity && html`<span class="severity">${severity}</span>`}
      <time datetime="${at}">${at.slice(11, 19)} UTC</time>
    </p>
    <h2>${title}</h2>
    ${alert && alert !== title && html`<p class="alert">Alert: ${alert}</p>`}
    ${text && text !== title && html`<p class="text">${text}</p>`}
    ${renderVerified(message.verified)} ${renderDetails(message)}
    ${key && html`<p class="key">Key <code>${key}</code></p>`}
  </li>`;
}

function renderVerified(verified: boolean | null) {
  if (verified === null) return null;
  return verified
    ? html`<p class="signed">Signature verified</p>`
    : html`<p class="unsigned">Signature missing, wrong or too old</p>`;
}

function renderDetails({ channel, headers, raw }: Message) {
  const mail = channel === 'email' ? HtmlMail.safeParse(parseJson(raw)).data : undefined;
  return html`<details>
    <summary>What was sent</summary>
    ${mail && html`<iframe sandbox loading="lazy" title="The mail as HTML" srcdoc="${mail.html}"></iframe>`}
    ${renderHeaders(headers)}
    <pre>${indent(raw)}</pre>
  </details>`;
}

function renderHeaders(headers: Message['headers']) {
  const rows = Object.entries(headers).map(
    ([name, value]) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${value}</td>
      </tr>`,
  );
  if (rows.length === 0) return null;
  return html`<table>
    ${rows}
  </table>`;
}

function indent(raw: string): string {
  const value = parseJson(raw);
  return value === undefined ? raw : JSON.stringify(value, null, 2);
}
