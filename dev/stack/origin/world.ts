import type { Random } from './distributions.ts';
import { createInstance, type Instance } from './instance.ts';
import { createIssuer, type Issuer } from './issuer.ts';
import { initialSimState, type SimState } from './sim-state.ts';

export type World = {
  sim: SimState;
  readonly token: string;
  readonly random: Random;
  readonly now: () => number;
  readonly onChange: (sim: SimState) => void | Promise<void>;
  /** Signs what admins of the shop come to Pharos with. */
  readonly issuer: Issuer;
  /** Where Pharos lets admins in. */
  readonly loginUrl: string;
  readonly instances: readonly Instance[];
  /** The balancer: scrapes take turns among themselves, whatever else is asked between two of them. */
  readonly nextForScrape: () => Instance;
  readonly nextForRequest: () => Instance;
  /** Ends of the requests that hang. */
  readonly held: Set<() => void>;
};

export type WorldOptions = {
  token: string;
  random?: Random;
  now?: () => number;
  onChange?: (sim: SimState) => void | Promise<void>;
  loginUrl?: string;
};

export function createWorld(options: WorldOptions): World {
  const { token, random = Math.random, now = Date.now, onChange = () => {} } = options;
  const { loginUrl = 'http://localhost:8787/admin/login' } = options;
  // A host name and a process id, as the origin writes them; in a container the id is 1 after a restart too.
  const instances = ['ktblog-1:1', 'ktblog-2:1'].map((id) => createInstance(id, now()));
  return {
    sim: structuredClone(initialSimState),
    token,
    random,
    now,
    onChange,
    issuer: createIssuer(now),
    loginUrl,
    instances,
    nextForScrape: takeTurns(instances),
    nextForRequest: takeTurns(instances),
    held: new Set(),
  };
}

export function hold(world: World): Promise<void> {
  return new Promise((resolve) => world.held.add(resolve));
}

export function releaseHeld(world: World): void {
  for (const release of world.held) release();
  world.held.clear();
}

function takeTurns(instances: readonly Instance[]): () => Instance {
  let turn = 0;
  return () => {
    const instance = instances[turn % instances.length];
    if (instance === undefined) throw new Error('Cannot take turns: no instances');
    turn += 1;
    return instance;
  };
}
