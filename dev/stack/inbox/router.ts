import type { IncomingMessage } from 'node:http';
import type { Faults } from '../faults.ts';
import { json, type Answer, type Handler } from '../serve.ts';
import { setFailMode, setFaults } from './control.ts';
import type { FailModes } from './fail-modes.ts';
import type { Delivery, Draft, Message, Receiver } from './message.ts';
import { answerPage } from './page.ts';
import { pageAssets } from './page-assets.ts';

type State = {
  messages: Message[];
  file: (draft: Draft) => void;
  /** By path; `:name` stands for one segment. */
  receivers: Map<string, Receiver>;
  failModes: FailModes;
  faults: Faults;
};

type Route = (delivery: Delivery) => Answer | null | Promise<Answer | null>;
type Routes = Map<string, Map<string, Route>>;

export function createRouter(state: State): Handler {
  const routes = listRoutes(state);
  return async (request, body) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const name = /^\/webhook\/([\w.~-]+)$/.exec(path)?.[1] ?? null;
    const methods = routes.get(name === null ? path : '/webhook/:name');
    if (methods === undefined) return json(404, { message: `Cannot find ${path}: no such route` });
    const route = methods.get(request.method ?? '');
    if (route === undefined) {
      const allow = [...methods.keys()].join(', ');
      return json(405, { message: `Cannot ${request.method} ${path}: takes ${allow}` }, { allow });
    }
    return route({ name, headers: readHeaders(request), body: String(body) });
  };
}

function listRoutes({ messages, file, receivers, failModes, faults }: State): Routes {
  const routes: Routes = new Map();
  const add = (method: string, path: string, route: Route) =>
    routes.set(path, (routes.get(path) ?? new Map<string, Route>()).set(method, route));

  add('GET', '/', () => answerPage({ messages, modes: failModes.get(), faults: faults.get() }));
  for (const [path, asset] of pageAssets) add('GET', path, () => asset);
  add('GET', '/messages.json', () => json(200, messages));
  add('DELETE', '/messages.json', () => {
    messages.length = 0;
    return { status: 204, body: '' };
  });
  add('POST', '/fail', ({ body }) => setFailMode(body, failModes));
  add('GET', '/__faults', () => json(200, faults.get()));
  add('POST', '/__faults', ({ body }) => setFaults(body, faults));
  for (const [path, receiver] of receivers) {
    add('POST', path, (delivery) => deliver(delivery, receiver, { file, failModes }));
  }
  return routes;
}

type Means = Pick<State, 'file' | 'failModes'>;

function deliver(delivery: Delivery, receiver: Receiver, { file, failModes }: Means) {
  function accept(): Answer {
    const { answer, draft } = receiver.receive(delivery);
    if (draft !== null) file(draft);
    return answer;
  }
  return failModes.answer(receiver.channel, { accept, refuse: receiver.refuse });
}

function readHeaders({ headersDistinct }: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    headers[name] = values.join(', ');
  }
  return headers;
}
