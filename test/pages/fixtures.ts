// What the public page can have to show, as it was 12 seconds before a moment.
import type * as z from 'zod';
import type { IncidentSnapshot } from '../../core/snapshot/incident-snapshot.ts';
import { BAR_COUNT } from '../../core/snapshot/recent-bars.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import {
  DAY_COUNT,
  DAY_MS,
  HOUR_MS,
  makeSnapshot,
  MINUTE_MS,
  toIso,
  type Stories,
} from './make-snapshot.ts';

type Incident = z.input<typeof IncidentSnapshot>;

/** Small troubles of the last hour and the last 90 days, all over. */
const past: Stories = {
  postgresql: { days: [['m', 20, 1]] },
  redis: { bars: [['g', 40, 2]], days: [['g', 61, 1]] },
  'smtp-email': {
    bars: [['d', 27, 3]],
    days: [
      ['p', 0, 1],
      ['p', 33, 2],
    ],
  },
  storefront: { days: [['g', 5, 1]] },
  'stripe-api': {
    days: [
      ['g', 12, 2],
      ['d', 47, 1],
    ],
  },
};

export function allUp(nowMs: number): Snapshot {
  return makeSnapshot(nowMs, past, { history: history(nowMs) });
}

/** Every service is up and always was. */
export function allCalm(nowMs: number): Snapshot {
  return makeSnapshot(nowMs, {});
}

export function degraded(nowMs: number): Snapshot {
  return makeSnapshot(nowMs, {
    ...past,
    'stripe-api': { status: 'DEGRADED', bars: [['g', 0, 12]], days: [['g', 0, 1]] },
  });
}

/** The product is down, with an incident; what only it can tell of its parts is unknown. */
export function outage(nowMs: number): Snapshot {
  const stories: Stories = {
    ...past,
    'api-server': { status: 'DOWN', bars: [['d', 0, 17]], days: [['d', 0, 1]] },
    postgresql: { ...past.postgresql, status: 'UNKNOWN', bars: [['-', 0, 17]] },
    redis: {
      ...past.redis,
      status: 'UNKNOWN',
      bars: [
        ['-', 0, 17],
        ['g', 40, 2],
      ],
    },
    storefront: {
      status: 'DEGRADED',
      bars: [['g', 0, 17]],
      days: [
        ['g', 0, 1],
        ['g', 5, 1],
      ],
    },
  };
  return makeSnapshot(nowMs, stories, {
    incidents: [openIncident(nowMs)],
    history: history(nowMs),
  });
}

/** Work on one service is under way, and work on two is announced. */
export function maintenance(nowMs: number): Snapshot {
  return makeSnapshot(
    nowMs,
    { ...past, 's3-storage': { days: [['m', 0, 1]] } },
    {
      maintenance: [
        {
          id: 'mnt-2',
          title: 'Moving files to new disks',
          text: 'Uploads may take longer; nothing is lost.',
          services: ['s3-storage'],
          from: toIso(nowMs - 20 * MINUTE_MS),
          to: toIso(nowMs + 40 * MINUTE_MS),
          isUnderWay: true,
          announcedAt: toIso(nowMs - 3 * DAY_MS),
        },
        {
          id: 'mnt-3',
          title: 'Database upgrade',
          text: 'Pages load from the cache; nobody can sign in for about ten minutes.',
          services: ['postgresql', 'api-server'],
          from: toIso(nowMs + 2 * DAY_MS),
          to: toIso(nowMs + 2 * DAY_MS + HOUR_MS),
          isUnderWay: false,
          announcedAt: toIso(nowMs - DAY_MS),
        },
      ],
    },
  );
}

/** Two services cannot be seen, and one never was. */
export function unknownParts(nowMs: number): Snapshot {
  return makeSnapshot(nowMs, {
    ...past,
    postgresql: { status: 'UNKNOWN', bars: [['-', 0, 17]] },
    redis: { status: 'UNKNOWN', bars: [['-', 0, 17]] },
    's3-storage': {
      status: 'UNKNOWN',
      bars: [['-', 0, BAR_COUNT]],
      days: [['-', 0, DAY_COUNT]],
    },
  });
}

/** Every service was up, 22 minutes ago. */
export function stale(nowMs: number): Snapshot {
  return allUp(nowMs - 22 * MINUTE_MS);
}

function openIncident(nowMs: number): Incident {
  return {
    id: 'inc-14',
    title: 'KTBlog does not answer',
    severity: 'P1',
    services: ['api-server', 'storefront'],
    startedAt: toIso(nowMs - 17 * MINUTE_MS),
    resolvedAt: null,
    isAcknowledged: true,
    nextUpdateBy: toIso(nowMs + 20 * MINUTE_MS),
    updates: [
      {
        at: toIso(nowMs - 6 * MINUTE_MS),
        status: 'IDENTIFIED',
        text: 'A database upgrade left too few connections; we are rolling it back.',
      },
      {
        at: toIso(nowMs - 14 * MINUTE_MS),
        status: 'INVESTIGATING',
        text: 'Requests fail since a few minutes ago; we are looking for the cause.',
      },
    ],
  };
}

function history(nowMs: number): Incident[] {
  return [
    resolved(nowMs - 33 * DAY_MS, {
      id: 'inc-13',
      title: 'E-mail arrived late',
      services: ['smtp-email'],
      text: 'The relay accepts mail again; what was waiting has been sent.',
    }),
    resolved(nowMs - 47 * DAY_MS, {
      id: 'inc-12',
      title: 'Card payments refused',
      services: ['stripe-api'],
      text: 'The payment provider has mended a fault on its side.',
    }),
  ];
}

type About = Pick<Incident, 'id' | 'title' | 'services'> & { text: string };

function resolved(startedMs: number, { text, ...about }: About): Incident {
  return {
    ...about,
    severity: 'P2',
    startedAt: toIso(startedMs),
    resolvedAt: toIso(startedMs + 52 * MINUTE_MS),
    isAcknowledged: true,
    nextUpdateBy: null,
    updates: [
      { at: toIso(startedMs + 52 * MINUTE_MS), status: 'RESOLVED', text },
      {
        at: toIso(startedMs + 4 * MINUTE_MS),
        status: 'INVESTIGATING',
        text: 'We are looking into it.',
      },
    ],
  };
}
