import { Hono } from 'hono';
import {
  inputOfPeriod,
  toPeriodUptime,
  toServiceUptime,
} from '../../../core/uptime/service-uptime.ts';
import { writeUptimeFile } from '../../../core/uptime/write-uptime-file.ts';
import { failure, requestIdOf, success } from '../../shared/envelope.ts';
import { findService, type FoundService } from '../../shared/find-ledger.ts';
import { refuseMethod } from '../refuse-method.ts';

export const uptime = new Hono<{ Bindings: EdgeEnv }>();

const PATHS = {
  service: '/:service',
  period: '/:service/:period',
  file: '/:service/:period/:file{(measured|corrected)\\.json}',
} as const;

uptime.get(PATHS.service, async (c) => {
  const found = await find(c.env, { service: c.req.param('service') });
  const answer = found && toServiceUptime(found.service, found.untilMs);
  if (answer === null) return notFound(c.req.raw);
  return success(`Uptime of ${answer.recent.displayName}`, answer);
});

uptime.get(PATHS.period, async (c) => {
  const { service, period } = c.req.param();
  const found = await find(c.env, { service, period });
  const answer = found?.period && toPeriodUptime(found.service, found.period, found.untilMs);
  if (!answer) return notFound(c.req.raw);
  return success(`Uptime of ${answer.displayName}, ${answer.period}`, answer);
});

uptime.get(PATHS.file, async (c) => {
  const { service, period, file } = c.req.param();
  const found = await find(c.env, { service, period });
  const inputs = found?.period && inputOfPeriod(found.service, found.period, found.untilMs);
  const input = file === 'measured.json' ? inputs?.measured : inputs?.corrected;
  if (!input) return notFound(c.req.raw);
  return download(writeUptimeFile(input), `uptime-${service}-${period}-${file}`);
});

for (const path of Object.values(PATHS)) uptime.all(path, (c) => refuseMethod(c.req.raw));

function find(
  env: EdgeEnv,
  asked: { service: string; period?: string },
): Promise<FoundService | null> {
  return findService(env.STATUS_KV, { ...asked, nowMs: Date.now() });
}

function download(pieces: Iterable<string>, name: string): Response {
  return new Response(toStream(pieces[Symbol.iterator]()), {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

function toStream(pieces: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = pieces.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

function notFound(request: Request): Response {
  const message = 'Nothing is on record of that service and that time';
  return failure('NOT_FOUND', message, { requestId: requestIdOf(request) });
}
