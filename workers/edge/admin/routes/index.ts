import type { Route } from '../route.ts';
import { audit } from './audit.ts';
import { corrections } from './corrections.ts';
import { prometheus } from './prometheus.ts';
import { session } from './session.ts';
import { tokens } from './tokens.ts';

/** Every route that asks who calls. */
export const routes: readonly Route[] = [
  ...session,
  ...audit,
  ...tokens,
  ...corrections,
  ...prometheus,
];
