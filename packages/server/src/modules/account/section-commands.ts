import type { AccountRefusal } from '@mingchou/contract';
import { type Actor, moveSection, ok, type Result, refuse, type SectionId } from '@mingchou/domain';
import { appendAudit } from '../../audit/append.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { sectionsOf } from './queries.ts';
import './tables.ts';

export async function runAddSection(
  tx: Tx,
  actor: Actor,
  input: { readonly code: string; readonly name: string },
): Promise<Result<{ id: string; version: number }, AccountRefusal>> {
  const id = newId<SectionId>();
  const added = await tx.db
    .insertInto('section')
    .values({ bureau_id: tx.bureauId, section_id: id, code: input.code, name: input.name })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return refuse({ code: 'section-exists' });
  const event = { type: 'section-added', ...input };
  await appendAudit(tx, actor, { noun: 'account', aggregateId: id, version: 1, event });
  return ok({ id, version: 1 });
}

/** Takes the bureau's sections in turn, so that two moves at once cannot close a circle between them. */
export async function runMoveSection(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly version: number; readonly parentId: string | null },
): Promise<Result<{ id: string; version: number }, AccountRefusal>> {
  await tx.db
    .selectFrom('section')
    .select('section_id')
    .where('bureau_id', '=', tx.bureauId)
    .orderBy('section_id')
    .forUpdate()
    .execute();
  const sections = await sectionsOf(tx);
  const section = sections.find(({ id }) => id === input.id);
  const parent = sections.find(({ id }) => id === input.parentId);
  if (section === undefined || (input.parentId !== null && parent === undefined)) {
    return refuse({ code: 'no-such-section' });
  }
  if (section.version !== input.version) return refuse({ code: 'section-stale' });
  const decision = moveSection(sections, section.id, parent?.id ?? null);
  if (!decision.ok) return decision;
  const version = section.version + 1;
  await tx.db
    .updateTable('section')
    .set({ parent_id: decision.value.parentId, version })
    .where('bureau_id', '=', tx.bureauId)
    .where('section_id', '=', section.id)
    .execute();
  await appendAudit(tx, actor, { noun: 'account', aggregateId: section.id, version, event: decision.value });
  return ok({ id: section.id, version });
}
