import { drawFilter, type drawRoutes, type SavedFilterView } from '@mingchou/contract';
import type { Actor, DrawFilterId, DrawRefusal, Result } from '@mingchou/domain';
import { filterSentence, ok, refuse, saveFilter } from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { filterNames } from './filter-names.ts';
import type { DrawPorts } from './ports.ts';
import { lockNumbering } from './store.ts';
import './tables.ts';

type Input = z.output<typeof drawRoutes.saveDrawFilter.input>;
interface Reply {
  readonly filterId: DrawFilterId;
  readonly version: number;
}

/** Keeps a filter under its name, as a new one or over the version that was read. */
export async function runSaveFilter(tx: Tx, actor: Actor, input: Input): Promise<Result<Reply, DrawRefusal>> {
  // Two who save the same name at once come one after the other, and the second is told.
  await lockNumbering(tx);
  const { name, filter, replaces } = input;
  const others = await tx.db
    .selectFrom('draw_filter')
    .select(['filter_id as id', 'name', 'version', 'changed_by as by', 'changed_at as at'])
    .where('bureau_id', '=', tx.bureauId)
    .execute();
  const before = others.find((one) => one.id === replaces?.filterId);
  if (replaces !== undefined && before === undefined) return refuse({ code: 'filter-not-found' });
  if (before !== undefined && before.version !== replaces?.version) {
    return refuse({ code: 'stale', by: before.by, at: before.at });
  }
  const filterId = before?.id ?? newId<DrawFilterId>();
  const decision = saveFilter({ id: filterId, name, filter }, others, actor, tx.now);
  if (!decision.ok) return decision;

  const version = (before?.version ?? 0) + 1;
  const row = { name, filter: toJson(filter), saved_by: actor.personId, version };
  const changed = { changed_by: actor.name, changed_at: tx.now };
  await tx.db
    .insertInto('draw_filter')
    .values({ bureau_id: tx.bureauId, filter_id: filterId, ...row, ...changed })
    .onConflict((same) => same.columns(['bureau_id', 'filter_id']).doUpdateSet({ ...row, ...changed }))
    .execute();
  await appendAudit(tx, actor, { noun: 'draw', aggregateId: filterId, version, event: decision.value });
  return ok({ filterId, version });
}

/** The bureau's filters by name. */
export async function listFilters(ports: DrawPorts, db: Db): Promise<{ filters: SavedFilterView[] }> {
  const rows = await db.db
    .selectFrom('draw_filter')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .orderBy('name')
    .execute();
  const names = await filterNames(ports, db);
  return {
    filters: rows.map((row) => ({
      id: row.filter_id,
      version: row.version,
      name: row.name,
      filter: drawFilter.parse(row.filter),
      words: filterSentence(row.filter, names),
      saved: { personId: row.saved_by, name: row.changed_by, at: row.changed_at },
    })),
  };
}
