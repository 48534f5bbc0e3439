import type { Incident } from './incident.ts';
import type { TimelineRow } from './timeline.ts';

/** What the monitor writes into a timeline. */
export type MonitorRow = Pick<TimelineRow, 'status' | 'text' | 'components'> & {
  kind: 'update' | 'note';
};

/** What the monitor does to one incident: opens it, or changes what stands in `set` and adds a row. */
export type DeskChange =
  | {
      kind: 'open';
      /** Names the outage: it is opened once. */
      key: string;
      incident: Pick<
        Incident,
        | 'title'
        | 'description'
        | 'severity'
        | 'status'
        | 'services'
        | 'evidence'
        | 'startedAtMs'
        | 'publishedAtMs'
        | 'publishByMs'
      >;
      row: MonitorRow;
    }
  | {
      kind: 'join' | 'worsen' | 'relapse' | 'publish' | 'recover' | 'resolve';
      id: string;
      incident: MonitorPart;
      row: MonitorRow;
    };

/** The part of an incident that the monitor may change. */
export type MonitorPart = Pick<
  Incident,
  | 'title'
  | 'severity'
  | 'status'
  | 'services'
  | 'evidence'
  | 'publishedAtMs'
  | 'publishByMs'
  | 'mitigatedAtMs'
  | 'resolvedAtMs'
>;
