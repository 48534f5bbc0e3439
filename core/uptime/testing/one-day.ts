import { atSlot, toFile } from './letters.ts';
import type { UptimeFile } from './uptime-file.ts';

const BLIPS = 'uuuud'.repeat(5);
const OUTAGE = 'd'.repeat(30);
const MAINTENANCE = 'd'.repeat(60);
const BLIND = '.'.repeat(120);
const DAY = 24 * 60;

/**
 * 24 hours at 60 s: five single blips, 30 minutes of outage, 60 of announced maintenance with the target down, 120
 * without data.
 */
export function oneDay(): UptimeFile {
  const letters = `${BLIPS}uuuuu${OUTAGE}uuuuu${MAINTENANCE}uuuuu${BLIND}`.padEnd(DAY, 'u');
  const maintenanceSlot = letters.indexOf(MAINTENANCE);
  return toFile(letters, {
    maintenance: [
      {
        from: atSlot(maintenanceSlot),
        to: atSlot(maintenanceSlot + MAINTENANCE.length),
        announcedAt: atSlot(0),
      },
    ],
  });
}
