import type { PeriodUptime } from '../../../core/uptime/service-uptime.ts';
import { PARTIAL_WEIGHT } from '../../../core/uptime/uptime-percent.ts';
import { durationWords } from './duration-words.ts';
import { percentWords } from './percent-words.ts';

/** A number with its name, and what it means. */
type Fact = { name: string; value: string; about: string };

export type UptimeFacts = {
  /** Why there is no number to show, with what was computed all the same; null when enough was measured. */
  tooLittle: { words: string; uptime: string; strict: string } | null;
  /** What corrections changed; null without any. */
  corrected: string | null;
  facts: Fact[];
  /** Why the strict number is another one. */
  strict: string;
};

/** How many decimals a number that can be recomputed shows: all of them. */
const DIGITS = 3;

export function toUptimeFacts({ measured, corrected }: PeriodUptime): UptimeFacts {
  const counted = corrected ?? measured;
  const coverage = numberWords(counted.coverage);
  const isShown = counted.displayable;
  return {
    tooLittle: isShown
      ? null
      : {
          words:
            counted.coverage === null
              ? 'Nothing was measured in this time, so there is no number.'
              : `Only ${coverage} of this time was measured: too little for a number.`,
          uptime: numberWords(counted.uptime),
          strict: numberWords(counted.strict),
        },
    corrected:
      corrected &&
      `${numberWords(measured.uptime)} as measured, ${numberWords(corrected.uptime)} as corrected`,
    facts: [
      ...(isShown
        ? [
            {
              name: 'Uptime',
              value: numberWords(counted.uptime),
              about: `A partial outage counts ${PARTIAL_WEIGHT}`,
            },
            { name: 'Strict', value: numberWords(counted.strict), about: 'No allowance' },
          ]
        : []),
      { name: 'Measured', value: coverage, about: 'Of the time since the first check' },
      {
        name: 'Checks passed',
        value: numberWords(counted.checkRatio),
        about: 'Single checks, up or slow',
      },
    ],
    strict: strictWords(counted),
  };
}

export function numberWords(percent: number | null): string {
  return percent === null ? 'none' : percentWords(percent, DIGITS);
}

function strictWords({ uptime, strict, strictReasons }: PeriodUptime['measured']): string {
  const { partialOutage, underMaintenance } = strictReasons;
  const reasons = [
    ...(partialOutage > 0 ? [`${durationWords(partialOutage)} of partial outage in full`] : []),
    ...(underMaintenance > 0
      ? [`${durationWords(underMaintenance)} of outage under announced maintenance`]
      : []),
  ];
  if (uptime === null) return 'Neither number has anything to count.';
  if (reasons.length > 0) return `The strict number also counts ${reasons.join(' and ')}.`;
  if (uptime === strict) {
    return 'The strict number is the same: there was no partial outage, and no outage under announced maintenance.';
  }
  return 'The strict number also counts the time of announced maintenance, which went well.';
}
