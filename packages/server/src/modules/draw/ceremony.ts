import type { CeremonyView, DrawView, LotView } from '@mingchou/contract';
import type { DrawId, DrawRefusal, Result } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import { digestHex } from '@mingchou/verifier';
import type { Db } from '../../db/tx.ts';
import type { DrawPorts } from './ports.ts';
import { loadRoster } from './roster-store.ts';
import { showDraw } from './view.ts';

/** Beyond this many objects the screen shows drawn and reserves only; the rest would be thinner than a line. */
const mostLots = 60;

export async function showCeremony(
  ports: DrawPorts,
  db: Db,
  drawId: DrawId,
): Promise<Result<CeremonyView, DrawRefusal>> {
  const shown = await showDraw(ports, db, drawId, null);
  if (!shown.ok) return shown;
  const { name: bureauName } = await ports.bureau(db, db.bureauId);
  const { result } = shown.value;
  const lots = result === null ? [] : await lotsOf(db, shown.value, result.sampleKey);
  return ok({ draw: shown.value, bureauName, lots });
}

async function lotsOf(db: Db, draw: DrawView, sampleKey: string): Promise<LotView[]> {
  const outcomes = new Map(draw.objectsDrawn.map((object) => [object.code, object.kind]));
  const { pool } = await loadRoster(db, draw.id);
  const lots = pool.flatMap((entry, index): LotView[] => {
    if (entry.exclusion !== null) return [];
    const { code, name } = entry;
    // T(id) of mc-draw/1 §6, for the objects that selected.csv does not name.
    const ticket = digestHex(draw.suite, `${sampleKey}:${code}`);
    return [{ code, name, position: index + 1, ticket, outcome: outcomes.get(code) ?? 'not-selected' }];
  });
  const sorted = lots.sort((a, b) => (`${a.ticket}${a.code}` < `${b.ticket}${b.code}` ? -1 : 1));
  return sorted.length <= mostLots ? sorted : sorted.filter((lot) => lot.outcome !== 'not-selected');
}
