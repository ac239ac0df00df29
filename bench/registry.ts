// The registry at the size of a large city: imports, search while typing, the list of a past day, exports.
// BENCH_IMPORTS=10000,90000 says how many rows each import has; the goals stand for those sizes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { openHouse } from '../e2e/house.ts';
import type { Figure } from './figure.ts';
import { signIn } from './house/client.ts';
import { checkFivePlans } from './registry/check-plans.ts';
import { exportAll } from './registry/export.ts';
import { importRows, moveObjects } from './registry/import.ts';
import { pageOfPastDay, searchWhileTyping } from './registry/lists.ts';

const sizes = (process.env['BENCH_IMPORTS'] ?? '10000,90000').split(',').map(Number);
const firstCode = 20_000;
const tenThousand = { seconds: 30, rows: 10_000 };

export async function figures(): Promise<readonly Figure[]> {
  const house = await openHouse();
  try {
    const client = await signIn(house.address, 'changzi');
    const measured: Figure[] = [await checkFivePlans()];
    let first = firstCode;
    for (const rows of sizes) {
      const atMost = rows <= tenThousand.rows ? tenThousand.seconds : 300;
      measured.push(...(await importRows(client, first, rows, atMost)));
      first += rows;
    }
    measured.push(await searchWhileTyping(client));
    for (const format of ['xlsx', 'csv'] as const) measured.push(...(await exportAll(client, format)));
    const signedIn = () => signIn(house.address, 'changzi');
    const dayBefore = await moveObjects(signedIn, firstCode, Math.min(5_000, sizes[0] ?? 0));
    measured.push(await pageOfPastDay(await signedIn(), dayBefore));
    measured.push({
      name: 'most memory the server ever held',
      value: peakMemory(house.dataFolder),
      unit: 'MiB',
      goal: { atMost: 1024 },
    });
    return measured;
  } finally {
    await house.close();
  }
}

/** The high-water mark of the server's process, whose number stands in the lock of the data folder. */
function peakMemory(dataFolder: string): number {
  const [pid = ''] = readFileSync(path.join(dataFolder, 'mingchou.lock'), 'utf8').split(' ');
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}
