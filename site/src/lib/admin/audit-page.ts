// Shows a page of the audit log: what the address asks for.
import * as z from 'zod/mini';
import type { AuditEntry } from '../../../../core/audit/audit-page.ts';
import { toEntryWords, type Change } from './audit-entry.ts';
import { toAuditQuery, toPageLink } from './audit-query.ts';
import { callApi, goToLogin } from './call-api.ts';
import { fillTemplate, getElement, showOnly } from './dom.ts';

const PARTS = ['entries', 'empty', 'failed'];

const Entry: z.ZodMiniType<AuditEntry> = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  actorKind: z.enum(['user', 'break-glass', 'token', 'cli']),
  action: z.string(),
  subject: z.nullable(z.string()),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string(),
});
const AuditList = z.object({
  items: z.array(Entry),
  page: z.number(),
  limit: z.number(),
  total: z.number(),
});
type AuditList = z.infer<typeof AuditList>;

export function startAudit(): void {
  getElement('again').addEventListener('click', () => void show());
  void show();
}

async function show(): Promise<void> {
  const filters = new URLSearchParams(location.search);
  getElement('count').textContent = 'Reading…';
  const called = await callApi(`/api/v1/monitoring/audit?${toAuditQuery(filters).toString()}`);
  if (called.kind === 'done') return draw(AuditList.parse(called.data), filters);
  if (called.status === 401) return goToLogin();
  getElement('count').textContent = '';
  const [words] = getElement('failed').getElementsByTagName('p');
  if (words !== undefined) words.textContent = `${called.message}.`;
  showOnly('failed', PARTS);
}

function draw({ items, page, limit, total }: AuditList, filters: URLSearchParams): void {
  const first = (page - 1) * limit + 1;
  getElement('count').textContent =
    items.length === 0 ? '' : `${first} to ${first + items.length - 1} of ${total}, newest first`;
  getElement('entries').replaceChildren(...items.map(drawEntry));
  showOnly(items.length === 0 ? 'empty' : 'entries', PARTS);
  const last = Math.ceil(total / limit);
  link('newer', page > 1 ? toPageLink(filters, page - 1) : null);
  link('older', page < last ? toPageLink(filters, page + 1) : null);
  getElement('pages').hidden = last <= 1;
}

function drawEntry(entry: AuditEntry): DocumentFragment {
  const { at, when, who, what, subject, changes } = toEntryWords(entry);
  const drawn = fillTemplate('entry', {
    time: when,
    '.what': what,
    '.who-did': who,
    '.subject': subject,
  });
  drawn.querySelector('time')?.setAttribute('datetime', at);
  if (subject === '') drawn.querySelector('.subject')?.remove();
  if (changes.length === 0) drawn.querySelector('details')?.remove();
  drawn.querySelector('dl')?.replaceChildren(...changes.map(drawChange));
  return drawn;
}

function drawChange({ field, before, after }: Change): DocumentFragment {
  const drawn = fillTemplate('change', { dt: field, del: before, ins: after });
  if (before === '') drawn.querySelector('del')?.remove();
  if (after === '') drawn.querySelector('ins')?.remove();
  return drawn;
}

function link(id: string, href: string | null): void {
  const element = getElement(id);
  element.hidden = href === null;
  if (href !== null) element.setAttribute('href', href);
}
