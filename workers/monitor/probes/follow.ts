import { BadAnswer } from './read-answer.ts';
import { USER_AGENT } from './user-agent.ts';

/** Each hop is one of the few requests that an invocation may make. */
const MOST_HOPS = 3;

type Asked = { signal: AbortSignal; headers?: Record<string, string> };

/** Asks with GET and follows a few redirects; headers go to the first host only. */
export async function follow(url: URL, { signal, headers = {} }: Asked): Promise<Response> {
  let at = url;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const sent = at.origin === url.origin ? { ...USER_AGENT, ...headers } : USER_AGENT;
    const response = await fetch(at, { headers: sent, signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    at = new URL(location, at);
  }
  throw new BadAnswer(`more than ${MOST_HOPS} redirects`);
}
