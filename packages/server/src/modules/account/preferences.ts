import type { DisplaySettings, ListView } from '@mingchou/contract';
import { type Actor, ok, type Result } from '@mingchou/domain';
import { toJson } from '../../db/json.ts';
import type { Db, Tx } from '../../db/tx.ts';
import './tables.ts';

type Ok<T> = Promise<Result<T, never>>;

const usual: DisplaySettings = { textSize: 'standard', ground: 'system', density: 'standard' };

export async function findListView(
  { db, bureauId }: Db,
  { personId }: Actor,
  { list }: { readonly list: string },
): Ok<{ view: ListView | null }> {
  const row = await db
    .selectFrom('list_view')
    .select('view')
    .where('bureau_id', '=', bureauId)
    .where('person_id', '=', personId)
    .where('list', '=', list)
    .executeTakeFirst();
  return ok({ view: row?.view ?? null });
}

/** How somebody likes to look at a list is no act of office: it is kept without an entry in the log. */
export async function saveListView(
  { db, bureauId }: Tx,
  { personId }: Actor,
  input: { readonly list: string; readonly view: ListView },
): Ok<Record<string, never>> {
  const view = toJson(input.view);
  await db
    .insertInto('list_view')
    .values({ bureau_id: bureauId, person_id: personId, list: input.list, view })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'person_id', 'list']).doUpdateSet({ view }))
    .execute();
  return ok({});
}

export async function findDisplaySettings({ db, bureauId }: Db, { personId }: Actor): Ok<DisplaySettings> {
  const row = await db
    .selectFrom('display_settings')
    .select('settings')
    .where('bureau_id', '=', bureauId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return ok(row?.settings ?? usual);
}

export async function saveDisplaySettings(
  { db, bureauId }: Tx,
  { personId }: Actor,
  input: DisplaySettings,
): Ok<Record<string, never>> {
  const settings = toJson(input);
  await db
    .insertInto('display_settings')
    .values({ bureau_id: bureauId, person_id: personId, settings })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'person_id']).doUpdateSet({ settings }))
    .execute();
  return ok({});
}
