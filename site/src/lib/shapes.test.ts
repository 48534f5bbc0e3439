import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iconHref, SHAPES } from './shapes.ts';
import type { State } from './state.ts';

const style = readFileSync(new URL('../styles/status.css', import.meta.url), 'utf8');

test.each<State>(['up', 'degraded', 'down', 'maintenance', 'unknown'])(
  'the page and its tab draw %s in the same shape',
  (state) => {
    expect(style).toContain(SHAPES[state]);
    expect(iconHref(state)).toContain(SHAPES[state].slice(-40));
  },
);
