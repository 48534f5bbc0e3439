import { expect, test } from 'vitest';
import { computeUptime, type Uptime } from './compute-uptime.ts';
import { atSlot, toFile, toLetters } from './testing/letters.ts';
import { oneDay } from './testing/one-day.ts';
import type { UptimeFile } from './testing/uptime-file.ts';
import { parseUptimeInput } from './uptime-input.ts';

function compute(file: UptimeFile): Uptime {
  return computeUptime(parseUptimeInput(file));
}

/** The state of each slot as a letter: u up, g degraded, p partial, d down, m maintenance, ? unknown. */
function lettersOf(rounds: string, changes: Partial<UptimeFile> = {}): string {
  return toLetters(compute(toFile(rounds, changes)).intervals);
}

test('one day, fourteen answers: this is ours', () => {
  expect(compute(oneDay())).toMatchObject({
    uptime: 97.619,
    strict: 93.181,
    checkRatio: 92.803,
    coverage: 91.666,
    displayable: false,
    seconds: {
      operational: 73_800,
      degraded: 0,
      partial_outage: 0,
      major_outage: 1800,
      maintenance: 3600,
      unknown: 7200,
    },
  });
});

test('the answer has its keys in the order of the contract', () => {
  const answer = compute(toFile('u'));
  expect(Object.keys(answer)).toEqual([
    'uptime',
    'strict',
    'checkRatio',
    'coverage',
    'displayable',
    'seconds',
    'intervals',
  ]);
  expect(Object.keys(answer.seconds)).toEqual([
    'operational',
    'degraded',
    'partial_outage',
    'major_outage',
    'maintenance',
    'unknown',
  ]);
  expect(answer.intervals).toEqual([
    { state: 'operational', from: '2026-11-24T00:00:00.000Z', to: '2026-11-24T00:01:00.000Z' },
  ]);
});

test.each<[string, string, string, UptimeFile['rules']?]>([
  ['the first measured round sets the state, whatever it says', 'dudu', 'dddd'],
  ['a single blip is not confirmed', 'uuduu', 'uuuuu'],
  ['two in a row are, from the first of them on', 'uuddu', 'uuddd'],
  ['one good round does not recover, two do, from the first on', 'ddududuu', 'dddddduu'],
  ['the mildest of the bad ones becomes the state', 'uudg', 'uugg'],
  ['the worst of the good ones becomes the state', 'ddug', 'ddgg'],
  ['a worse state is reached in steps', 'uugdd', 'uugdd'],
  ['a better state is reached in steps', 'ddguu', 'ddguu'],
  [
    'a round that is worse than the state, beside one that is not, decides nothing',
    'uudpgd',
    'uupppp',
  ],
  ['a round on the other side of the state breaks a group', 'gguduud', 'gggguuu'],
  ['a later decision overrules an earlier one', 'ugdd', 'uggg', { confirm: 3 }],
  ['a later decision overrules an earlier one', 'ugddd', 'ugddd', { confirm: 3 }],
  ['groups may overlap', 'upgdgd', 'uggggg', { confirm: 3 }],
  [
    'with confirm 1 one round is enough, and recover is on its own',
    'uduu',
    'uddd',
    { confirm: 1, recover: 3 },
  ],
  [
    'with confirm 1 one round is enough, and recover is on its own',
    'uduuu',
    'uduuu',
    { confirm: 1, recover: 3 },
  ],
  ['a slow confirm and a fast recover', 'udddduddd', 'udddduuuu', { confirm: 4, recover: 1 }],
  ['a group must be full', 'udd', 'uuu', { confirm: 3 }],
  ['the first round belongs to no group that changes its state', 'gdd', 'ggg', { confirm: 3 }],
])('decisions: %s: %s is %s', (_rule, rounds, expected, rules = {}) => {
  expect(lettersOf(rounds, { rules })).toBe(expected);
});

test.each<[string, string, string, UptimeFile['rules']?]>([
  ['two missing slots are bridged', 'u..u', 'uuuu'],
  ['three are unknown, all of them', 'u...u', 'u???u'],
  ['a round that measured nothing is as missing as none', 'u-.-u', 'u???u'],
  ['before the first measured slot even one is unknown', '.u', '?u'],
  ['before the first measured slot even one is unknown', '-u', '?u'],
  ['a short run at the end is bridged', 'u..', 'uuu'],
  ['a long run at the end is unknown', 'u---', 'u???'],
  ['nothing measured is all unknown', '.-.', '???'],
  ['the limit may be one', 'u.u', 'u?u', { unknownAfterMissed: 1 }],
  ['the limit may be five', 'u....u.....u', 'uuuuuu?????u', { unknownAfterMissed: 5 }],
  ['missing slots inside a group follow its decision', 'uud..d', 'uudddd'],
  ['missing slots after a blip follow the state', 'uud.u', 'uuuuu'],
  ['a bridged run does not part a group', 'uud..du', 'uuddddd'],
  ['an unknown run does: the first round after it sets the state', 'uu...d', 'uu???d'],
  ['what was pending before unknown confirms nothing after it', 'uud...ud', 'uuu???uu'],
  ['the state before unknown is forgotten', 'dd...u', 'dd???u'],
])('missing: %s: %s is %s', (_rule, rounds, expected, rules = {}) => {
  expect(lettersOf(rounds, { rules })).toBe(expected);
});

test.each([
  ['a last slot of half the length is one missing slot', 3.5, 'u???'],
  ['without it two are missing', 3, 'uuu'],
])('missing: %s', (_rule, slots, expected) => {
  const window = { from: atSlot(0), to: atSlot(slots) };
  expect(lettersOf('u', { window })).toBe(expected);
});

const BOTH_ENDS = { from: atSlot(-9), to: atSlot(99), announcedAt: atSlot(-10) };

test.each<[string, string, UptimeFile['maintenance'], string]>([
  ['it covers whatever lies under it', 'uddu...u', [plan(2, 5)], 'udmmm??u'],
  ['it covers what is unknown before the first measured slot', '..uu', [plan(0, 1)], 'm?uu'],
  ['decisions do not see it', 'uudduu', [plan(3, 5)], 'uudmmu'],
  ['a round under it still confirms one after it', 'uuddu', [plan(2, 3)], 'uumdd'],
  ['it is clipped to the window', 'uuu', [BOTH_ENDS], 'mmm'],
  ['outside the window it is nothing', 'uuu', [plan(-2, 0), plan(3, 4)], 'uuu'],
  ['overlapping ones are merged', 'uuuuuu', [plan(3, 5), plan(1, 4), plan(2, 3)], 'ummmmu'],
  ['so are neighbours', 'uuuu', [plan(1, 2), plan(2, 3)], 'ummu'],
  [
    'announced when it began is too late',
    'uuu',
    [{ ...plan(1, 2), announcedAt: atSlot(1) }],
    'uuu',
  ],
  [
    'announced before the window, after it began, is too late',
    'uu',
    [{ ...BOTH_ENDS, announcedAt: atSlot(-8) }],
    'uu',
  ],
  [
    'without an announcement it is not announced',
    'uuu',
    [{ from: atSlot(1), to: atSlot(2) }],
    'uuu',
  ],
  ['an announcement that is null is none', 'uuu', [{ ...plan(1, 2), announcedAt: null }], 'uuu'],
  [
    'one that was not announced borrows nothing from one that was',
    'uuuu',
    [plan(1, 2), { from: atSlot(1), to: atSlot(4) }],
    'umuu',
  ],
])('maintenance: %s', (_rule, rounds, maintenance, expected) => {
  const { intervals } = compute(toFile(rounds, { maintenance }));
  expect(toLetters(intervals)).toBe(expected);
  const states = intervals.map(({ state }) => state);
  expect(states.every((state, index) => state !== states[index + 1])).toBe(true);
});

test('maintenance begins and ends at its exact times', () => {
  const { intervals, seconds, uptime } = compute(
    toFile('uudd', {
      maintenance: [
        {
          from: '2026-11-24T00:02:30.250Z',
          to: '2026-11-24T04:03:00+04:00',
          announcedAt: '2026-11-24T00:02:30.249Z',
        },
      ],
    }),
  );
  expect(intervals.slice(1)).toEqual([
    { state: 'major_outage', from: atSlot(2), to: '2026-11-24T00:02:30.250Z' },
    { state: 'maintenance', from: '2026-11-24T00:02:30.250Z', to: atSlot(3) },
    { state: 'major_outage', from: atSlot(3), to: atSlot(4) },
  ]);
  expect(seconds).toMatchObject({ operational: 120, major_outage: 90.25, maintenance: 29.75 });
  // 120 / 210.25
  expect(uptime).toBe(57.074);
});

test.each<[string, string, Partial<UptimeFile>, Partial<Uptime>]>([
  [
    'a partial outage weighs 0.3, strictly 1',
    'uuuuuuuupp',
    {},
    { uptime: 94, strict: 80, checkRatio: 80 },
  ],
  ['degraded is up', 'gguu', {}, { uptime: 100, strict: 100, checkRatio: 100 }],
  ['floored, not rounded', 'uuuudd', {}, { uptime: 66.666, strict: 66.666, checkRatio: 66.666 }],
  ['a blip counts as a check, not as time', 'uudu', {}, { uptime: 100, checkRatio: 75 }],
  ['a bridged slot counts as time, not as a check', 'ud.d', {}, { uptime: 25, checkRatio: 33.333 }],
  [
    'unknown counts as neither',
    'uu...dd',
    {},
    { uptime: 50, strict: 50, checkRatio: 50, coverage: 57.142 },
  ],
  [
    'maintenance leaves the uptime alone, and counts strictly and as checks',
    'uudd',
    { maintenance: [plan(2, 4)] },
    { uptime: 100, strict: 50, checkRatio: 50, coverage: 100 },
  ],
  [
    'all of it under maintenance has no uptime, but a strict one',
    'udd',
    { maintenance: [plan(0, 3)] },
    { uptime: null, strict: 33.333, coverage: 100, displayable: true },
  ],
  [
    'coverage begins with the first measured slot',
    '....uu...u',
    {},
    { coverage: 50, displayable: false },
  ],
  [
    'coverage does not miss what maintenance covers',
    'uu...uuuuu',
    { maintenance: [plan(2, 4)] },
    { coverage: 90 },
  ],
  ['95 % is enough to be shown', `uu...${'u'.repeat(55)}`, {}, { coverage: 95, displayable: true }],
  [
    'a second less is not',
    `uu...${'u'.repeat(55)}`,
    { window: { from: atSlot(0), to: '2026-11-24T00:59:59Z' } },
    { coverage: 94.998, displayable: false },
  ],
  [
    'the last slot is cut in time, and whole as a check',
    'udd',
    { window: { from: atSlot(0), to: atSlot(2.5) } },
    { uptime: 40, checkRatio: 33.333 },
  ],
  [
    'nothing measured has no numbers',
    '.-.',
    {},
    {
      uptime: null,
      strict: null,
      checkRatio: null,
      coverage: null,
      displayable: false,
      seconds: {
        operational: 0,
        degraded: 0,
        partial_outage: 0,
        major_outage: 0,
        maintenance: 0,
        unknown: 180,
      },
    },
  ],
])('numbers: %s', (_rule, rounds, changes, expected) => {
  expect(compute(toFile(rounds, changes))).toMatchObject(expected);
});

/** Maintenance that was announced an hour before. */
function plan(fromSlot: number, toSlot: number) {
  return { from: atSlot(fromSlot), to: atSlot(toSlot), announcedAt: atSlot(fromSlot - 60) };
}
