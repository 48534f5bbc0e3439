import type { PeriodUptime } from '../../../core/uptime/service-uptime.ts';
import { PARTIAL_WEIGHT } from '../../../core/uptime/uptime-percent.ts';
import { lengthsInOneUnit } from './length-words.ts';
import { numberWords } from './uptime-facts.ts';

export type SumRow = { name: string; value: string };

/** How the uptime comes out of the lengths, line by line; empty where too little was measured for a number. */
export function toUptimeSum({ from, to, measured, corrected }: PeriodUptime): SumRow[] {
  const { seconds, uptime, displayable } = corrected ?? measured;
  if (uptime === null || !displayable) return [];
  const { unknown, maintenance, partial_outage: partial, major_outage: major } = seconds;
  const whole = (Date.parse(to) - Date.parse(from)) / 1000;
  const counted = whole - unknown - maintenance;
  const lost = major + PARTIAL_WEIGHT * partial;
  const lengthWords = lengthsInOneUnit([
    whole,
    unknown,
    maintenance,
    major,
    partial,
    PARTIAL_WEIGHT * partial,
  ]);
  return [
    { name: 'The whole time', value: lengthWords(whole) },
    ...(unknown > 0 ? [{ name: 'Not measured', value: `− ${lengthWords(unknown)}` }] : []),
    ...(maintenance > 0
      ? [{ name: 'Announced maintenance', value: `− ${lengthWords(maintenance)}` }]
      : []),
    { name: 'What counts', value: lengthWords(counted) },
    ...(major > 0 ? [{ name: 'Down', value: `− ${lengthWords(major)}` }] : []),
    ...(partial > 0
      ? [
          {
            name: `Partial outage ${lengthWords(partial)} × ${PARTIAL_WEIGHT}`,
            value: `− ${lengthWords(PARTIAL_WEIGHT * partial)}`,
          },
        ]
      : []),
    {
      name: 'Uptime, cut after three decimals',
      value: `${lengthWords(counted - lost)} of ${lengthWords(counted)} = ${numberWords(uptime)}`,
    },
  ];
}
