import { errors } from '@upstash/redis/cloudflare';
import { openUpstash } from '../../../workers/monitor/upstash.ts';
import { explainConnection } from '../explain-connection.ts';
import { fail, ok, type Check } from '../finding.ts';
import { isHttpAddress } from '../is-http-address.ts';
import { isToken } from '../is-token.ts';
import type { Environment } from '../read-environment.ts';

const URL_NAME = 'UPSTASH_REDIS_REST_URL';
const TOKEN_NAME = 'UPSTASH_REDIS_REST_TOKEN';
const NOT_UPSTASH = `an answer that is not Upstash's REST API: check ${URL_NAME}`;

/** The store of what is shared between runs of the monitor. */
export const upstash: Check = {
  name: 'upstash',
  async run({ env, now }) {
    const problem = findProblem(env);
    if (problem !== null) return [fail('upstash', problem)];
    const startedAtMs = now();
    try {
      const said = await openUpstash(env[URL_NAME] ?? '', env[TOKEN_NAME] ?? '').ping();
      return [said === 'PONG' ? ok('upstash', now() - startedAtMs) : fail('upstash', NOT_UPSTASH)];
    } catch (error) {
      return [fail('upstash', explain(error))];
    }
  },
};

function findProblem(env: Environment): string | null {
  const unset = [URL_NAME, TOKEN_NAME].filter((name) => !env[name]);
  if (unset.length > 0) return `set ${unset.join(', ')}: the REST API of an Upstash Redis`;
  if (!isHttpAddress(env[URL_NAME] ?? '')) return `${URL_NAME} must be the REST address, https://…`;
  return isToken(env[TOKEN_NAME] ?? '') ? null : `${TOKEN_NAME} has a space or line break in it`;
}

function explain(error: unknown): string {
  if (error instanceof errors.UpstashJSONParseError) {
    return NOT_UPSTASH;
  }
  if (!(error instanceof errors.UpstashError))
    return `${explainConnection(error)}: check ${URL_NAME}`;
  // What follows is the command.
  const said = error.message.split(', command was')[0] ?? '';
  return /^(WRONGPASS|Unauthorized)/i.test(said)
    ? `wrong token: check ${TOKEN_NAME}`
    : `refused: ${said === 'undefined' ? 'no reason given' : said}`;
}
