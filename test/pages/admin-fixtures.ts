// What the API answers to the admin pages.
type Answer = { status: number; contentType: string; body: string };

export type Api = { session?: Answer; audit?: Answer };

export function ownSession(changes: object = {}): Answer {
  return done({
    user: 'ada@shop.example',
    role: 'SUPER_ADMIN',
    entrance: 'origin',
    startedAt: '2026-11-24T13:20:00Z',
    endsAt: '2026-11-24T14:30:00Z',
    isDatabaseAway: false,
    warnings: [],
    breakGlassUsedAt: null,
    ...changes,
  });
}

/** The first page of a log with so many entries. */
export function auditOf(total: number, changes: object = {}): Answer {
  const items = Array.from({ length: Math.min(total, 25) }, (_, n) => ({
    ...entry(n),
    ...changes,
  }));
  return done({ items, page: 1, limit: 25, total });
}

export function failing(status: number): Answer {
  const message = 'The database gives no answer: nothing can be read or saved';
  return toAnswer(status, { status: 'error', message, data: null });
}

const KINDS = [
  {
    actor: 'ada@shop.example',
    actorKind: 'user',
    action: 'session.start',
    subject: '5f0c4d5f-9d0b-4d9a-8f1f-6b113f0f2d0a',
    before: null,
    after: { role: 'ADMIN', entrance: 'origin' },
  },
  {
    actor: 'ada@shop.example',
    actorKind: 'user',
    action: 'token.rename',
    subject: '00ff00ff00ff00ff',
    before: { name: 'ci', version: 1 },
    after: { name: 'ci of the shop', version: 2 },
  },
  {
    actor: 'break-glass',
    actorKind: 'break-glass',
    action: 'session.start',
    subject: '8f1f6b11-3f0f-4d0a-9d0b-5f0c4d5f0d9a',
    before: null,
    after: { role: 'SUPER_ADMIN', entrance: 'break-glass' },
  },
  {
    actor: 'grace',
    actorKind: 'cli',
    action: 'session.end-all',
    subject: null,
    before: { epoch: 1 },
    after: { epoch: 2 },
  },
];

function entry(n: number) {
  const at = new Date(Date.UTC(2026, 10, 24, 14, 3) - n * 47 * 60_000).toISOString();
  return { ...KINDS[n % KINDS.length], id: String(n), at, requestId: `request-${n}` };
}

function done(data: unknown): Answer {
  return toAnswer(200, { status: 'success', message: 'Done', data });
}

function toAnswer(status: number, body: object): Answer {
  return { status, contentType: 'application/json', body: JSON.stringify(body) };
}
