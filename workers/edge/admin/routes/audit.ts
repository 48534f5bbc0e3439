import * as z from 'zod';
import { listAudit } from '../../../../db/queries/audit.ts';
import { Paging, parseInput } from '../parse-input.ts';
import type { DbCall, Reply, Route } from '../route.ts';

const Word = z.string().min(1).max(200).optional();
const Query = z.strictObject({
  ...Paging,
  actor: Word,
  /** An action, or the first word of several: `session` or `session.start`. */
  action: Word,
  subject: Word,
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});

export const audit: Route[] = [
  {
    method: 'GET',
    path: '/api/v1/monitoring/audit',
    role: 'ADMIN',
    scope: 'audit:read',
    read: readAudit,
  },
];

async function readAudit({ db, query }: DbCall): Promise<Reply> {
  const { page, limit, ...filter } = parseInput(Query, query);
  return { message: 'Who did what', data: await listAudit(db, filter, { page, limit }) };
}
