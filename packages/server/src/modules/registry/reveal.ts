import type { registryRoutes, RegistryRefusal } from '@mingchou/contract';
import { type Actor, ok, refuse, type Result } from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Tx } from '../../db/tx.ts';
import { isDestroyed } from '../../secrets/index.ts';
import { contactOf } from './contact-store.ts';

type Input = z.output<typeof registryRoutes.revealContact.input>;
type Reply = z.input<typeof registryRoutes.revealContact.reply>;

/** Shows personal data once, to one person; that it was shown is on record, what was shown is not. */
export async function revealContact(tx: Tx, actor: Actor, input: Input): Promise<Result<Reply, RegistryRefusal>> {
  const row = await tx.db
    .selectFrom(input.of)
    .select('version')
    .where('bureau_id', '=', tx.bureauId)
    .where('id', '=', input.id as never)
    .executeTakeFirst();
  if (row === undefined) return refuse({ code: 'record-not-found' });
  if (await isDestroyed(tx, 'contact', input.id)) return refuse({ code: 'contact-erased' });
  const contact = await contactOf(tx, input.id);
  const values = Object.entries(contact).flatMap(([field, value]) => (value === null ? [] : [{ field, value }]));
  const event = { type: 'contact-revealed', of: input.of, fields: values.map(({ field }) => field) };
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: input.id, version: row.version, event });
  return ok({ values });
}
