import type { AccountRefusal } from '@mingchou/contract';
import { type Actor, ok, type Result, refuse, type SectionId } from '@mingchou/domain';
import { appendAudit } from '../../audit/append.ts';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
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
