import type { Actor } from '@mingchou/domain';
import type { Tx } from '../db/tx.ts';
import { newId } from '../id.ts';
import './tables.ts';

/** What happened to which thing, at which version it stands afterwards. */
export interface AuditedEvent {
  readonly noun: string;
  readonly aggregateId: string;
  readonly version: number;
  readonly event: { readonly type: string };
}

/** Who did it; the system itself has a name and no id. */
export type AuditActor = Pick<Actor, 'personId' | 'name'> | { readonly system: string };

/** Appends to the bureau's log within the command's transaction. Its place in the chain is given after the commit. */
export async function appendAudit(tx: Tx, actor: AuditActor, audited: AuditedEvent): Promise<string> {
  const entryId = newId();
  await tx.db
    .insertInto('audit_entry')
    .values({
      bureau_id: tx.bureauId,
      entry_id: entryId,
      noun: audited.noun,
      aggregate_id: audited.aggregateId,
      version: audited.version,
      event_type: audited.event.type,
      event: JSON.stringify(audited.event),
      actor_id: 'system' in actor ? null : actor.personId,
      actor_name: 'system' in actor ? actor.system : actor.name,
      at: tx.now,
    })
    .execute();
  await tx.db.insertInto('audit_pending').values({ bureau_id: tx.bureauId, entry_id: entryId }).execute();
  return entryId;
}
