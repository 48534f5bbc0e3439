import type { LedgerExtract } from '../../../core/uptime/ledger-extract.ts';
import type { Db } from '../../../db/client.ts';
import { readCorrectedMonths } from '../../../db/queries/ledger.ts';
import { extractMonth } from './extract-month.ts';

/** The extract with what corrections made of months that are older than its rounds. */
export async function correctOldMonths(db: Db, extract: LedgerExtract): Promise<LedgerExtract> {
  const fromMs = Date.parse(extract.from);
  const names = await readCorrectedMonths(db, fromMs);
  const old: LedgerExtract[] = [];
  for (const name of names) old.push(await extractMonth(db, name));
  const months = new Map(
    old.flatMap(({ services }) =>
      services.flatMap(({ serviceName, months: all }) =>
        all.map((month) => [`${serviceName} ${month.month}`, month] as const),
      ),
    ),
  );
  return {
    ...extract,
    services: extract.services.map((service) => ({
      ...service,
      months: service.months.map((month) => {
        const isOld = Date.parse(`${month.month}-01`) < fromMs;
        return (isOld && months.get(`${service.serviceName} ${month.month}`)) || month;
      }),
    })),
  };
}
