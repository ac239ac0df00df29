import type { CeremonyView, LotView } from '@mingchou/contract';
import type { DrawId, DrawRefusal, Result } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import { tally } from '@mingchou/verifier';
import type { Db } from '../../db/tx.ts';
import { readDrawFiles } from './files.ts';
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
  const lots = shown.value.result === null ? [] : await lotsOf(db, drawId);
  return ok({ draw: shown.value, bureauName, lots });
}

async function lotsOf(db: Db, drawId: DrawId): Promise<LotView[]> {
  const files = await readDrawFiles(db, drawId);
  const { pool } = await loadRoster(db, drawId);
  const eligible = pool.flatMap((entry, index) =>
    entry.exclusion === null ? [{ ...entry, position: index + 1 }] : [],
  );
  const lots = eligible.flatMap(({ code, name, position }): LotView[] => {
    const counted = tally(files, code);
    if (counted === undefined || counted.outcome === 'excluded') return [];
    return [{ code, name, position, ticket: counted.ticket, outcome: counted.outcome }];
  });
  const sorted = lots.sort((a, b) => (`${a.ticket}${a.code}` < `${b.ticket}${b.code}` ? -1 : 1));
  return sorted.length <= mostLots ? sorted : sorted.filter((lot) => lot.outcome !== 'not-selected');
}
