import type { PortalDraw } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { DrawPorts } from './ports.ts';
import { loadObjects, loadSeats } from './result-store.ts';
import { loadRoster } from './roster-store.ts';

type Spread = NonNullable<PortalDraw['spread']>;

/** How the draw fell by sector and on the inspectors, as numbers only. Null before there is a result. */
export async function spreadOf(ports: DrawPorts, db: Db, drawId: DrawId): Promise<Spread | null> {
  const selected = (await loadObjects(db, drawId)).filter(({ kind }) => kind === 'selected');
  if (selected.length === 0) return null;
  const { pool, inspectors } = await loadRoster(db, drawId);
  const labels = new Map((await ports.policy(db, null)).sectors.map(({ code, label }) => [code, label]));
  const drawn = new Set(selected.map(({ code }) => code));
  const sectors = new Map<string, Spread['sectors'][number]>();
  for (const { code, sector, stratum, exclusion } of pool) {
    if (exclusion !== null) continue;
    const key = `${stratum} ${sector}`;
    const before = sectors.get(key) ?? { name: labels.get(sector) ?? sector, stratum, eligible: 0, selected: 0 };
    const hit = drawn.has(code) ? 1 : 0;
    sectors.set(key, { ...before, eligible: before.eligible + 1, selected: before.selected + hit });
  }
  const load = new Map(inspectors.map(({ code }) => [code, 0]));
  for (const { inspectorCode } of await loadSeats(db, drawId)) {
    if (inspectorCode !== null) load.set(inspectorCode, (load.get(inspectorCode) ?? 0) + 1);
  }
  return { sectors: [...sectors.values()], visits: [...load.values()].sort((a, b) => b - a) };
}
