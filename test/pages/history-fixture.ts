// What the pages of the history can have to show.
import type { Incident } from '../../core/incidents/incident.ts';
import type { MaintenanceWindow } from '../../core/incidents/maintenance-window.ts';
import { makeIncident } from '../../core/incidents/testing/make-incident.ts';
import type { TimelineEntry } from '../../core/incidents/timeline.ts';
import type { HistorySnapshot } from '../../core/snapshot/history-snapshot.ts';
import { publishWords, type PublicWords } from '../../core/snapshot/public-words.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './make-snapshot.ts';

/** Texts that would do something if they were anything but text. */
export const HOSTILE = [
  '<script>window.hacked = 1</script>',
  '"><img src=x onerror="window.hacked=1">',
  "'; DROP TABLE incident_logs; --",
  '{{7*7}} ${7*7} <%= 7*7 %>',
  'javascript:window.hacked=1 https://ktblog.example/" onmouseover="window.hacked=1',
  '</title></template><svg onload=window.hacked=1>',
  'Ｔ̴̢̛e̷xt 👩‍🚀 𝕿𝖍𝖊 עברית العربية ﷽',
].join('\n');

type Words = { words: PublicWords; history: HistorySnapshot };

export const OPEN_ID = '0b54a1f4-93a1-4a3e-8f6a-0000000000aa';
export const RESOLVED_ID = '0b54a1f4-93a1-4a3e-8f6a-0000000000bb';

/** An open incident with every mark and hostile texts, a resolved one that the monitor led, and work in each state. */
export function storiedWords(nowMs: number): Words {
  return publishWords(
    {
      revision: 1,
      incidents: [openIncident(nowMs), resolvedIncident(nowMs - 40 * DAY_MS)],
      windows: [
        work('Moving files', nowMs - 20 * MINUTE_MS, { startedAtMs: nowMs - 20 * MINUTE_MS }),
        work('Database upgrade', nowMs + 2 * DAY_MS),
        work('Certificates', nowMs + 9 * DAY_MS),
        work('Cache moved', nowMs - 9 * DAY_MS, {
          startedAtMs: nowMs - 9 * DAY_MS,
          completedAtMs: nowMs - 9 * DAY_MS + HOUR_MS + 6 * MINUTE_MS,
        }),
        work('Never mind', nowMs - 3 * DAY_MS, { cancelledAtMs: nowMs - 4 * DAY_MS }),
      ],
    },
    nowMs,
  );
}

/** As many incidents as 90 days may well have, each with six updates of three sentences. */
export function manyWords(nowMs: number): Words {
  const sentence = 'We have found the cause and are rolling the change back; payments recover. ';
  const incidents = Array.from({ length: 200 }, (_, index) => {
    const startedAtMs = nowMs - (index * 10 + 2) * HOUR_MS;
    const entries = Array.from({ length: 6 }, (_one, nr) =>
      entry(startedAtMs + nr * MINUTE_MS, `${nr} ${sentence.repeat(3)}`),
    );
    return resolved(startedAtMs, entries, { id: crypto.randomUUID(), title: `Incident ${index}` });
  });
  return publishWords({ revision: 1, incidents, windows: [] }, nowMs);
}

type Stored = { incident: Incident; timeline: TimelineEntry[] };

function openIncident(nowMs: number): Stored {
  const startedAtMs = nowMs - 17 * MINUTE_MS;
  const timeline = [
    entry(startedAtMs + 3 * MINUTE_MS, 'Requests fail since a few minutes ago.'),
    { ...entry(startedAtMs + 5 * MINUTE_MS, ''), retractedAtMs: nowMs },
    {
      ...entry(startedAtMs + 8 * MINUTE_MS, HOSTILE),
      editedAtMs: nowMs,
      components: [{ service: 'api-server', state: 'partial_outage' as const }],
    },
    entry(nowMs - MINUTE_MS, 'See https://status.example/why for more.'),
  ];
  const incident = makeIncident({
    id: OPEN_ID,
    title: HOSTILE.slice(0, 110).replaceAll('\n', ' '),
    severity: 'P1',
    services: ['api-server', 'storefront'],
    startedAtMs,
    detectedAtMs: startedAtMs + 30_000,
    publishedAtMs: startedAtMs + 3 * MINUTE_MS,
    acknowledgedAtMs: startedAtMs + MINUTE_MS,
    nextUpdateByMs: nowMs + 20 * MINUTE_MS,
  });
  return { incident, timeline };
}

function resolvedIncident(startedAtMs: number): Stored {
  const entries = [
    entry(startedAtMs + MINUTE_MS, 'Our checks from outside see: Redis cache down.'),
    entry(startedAtMs + 40 * MINUTE_MS, 'Every check has passed since.'),
  ];
  return resolved(startedAtMs, entries, {
    id: RESOLVED_ID,
    title: 'Redis cache down',
    services: ['redis'],
    postmortemUrl: 'https://wiki.example/postmortem/7',
    evidence: [
      {
        service: 'redis',
        sinceMs: startedAtMs,
        state: 'major_outage',
        rounds: [{ result: 'down', firstMs: startedAtMs, count: 2 }],
      },
    ],
  });
}

function resolved(startedAtMs: number, timeline: TimelineEntry[], changes: Partial<Incident>) {
  const incident = makeIncident({
    status: 'RESOLVED',
    startedAtMs,
    detectedAtMs: startedAtMs + 45_000,
    publishedAtMs: startedAtMs + 5 * MINUTE_MS,
    mitigatedAtMs: startedAtMs + 35 * MINUTE_MS,
    resolvedAtMs: startedAtMs + 40 * MINUTE_MS,
    ...changes,
  });
  return { incident, timeline };
}

function entry(atMs: number, text: string): TimelineEntry {
  return {
    id: crypto.randomUUID(),
    kind: 'update',
    atMs,
    author: 'ada',
    status: 'INVESTIGATING',
    text,
    components: [],
    editedAtMs: null,
    retractedAtMs: null,
  };
}

function work(
  title: string,
  startsAtMs: number,
  changes: Partial<MaintenanceWindow> = {},
): MaintenanceWindow {
  return {
    id: crypto.randomUUID(),
    revision: 1,
    title,
    text: 'Uploads pause; nothing is lost.',
    services: ['s3-storage'],
    startsAtMs,
    endsAtMs: startsAtMs + HOUR_MS,
    announcedAtMs: startsAtMs - 5 * DAY_MS,
    startedAtMs: null,
    completedAtMs: null,
    cancelledAtMs: null,
    ...changes,
  };
}
