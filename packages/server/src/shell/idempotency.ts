import { canonicalJson } from '@mingchou/domain';
import type { PersonId } from '@mingchou/domain';
import type { Tx } from '../db/tx.ts';
import { fingerprint, openReply, sealReply } from '../secrets/reply.ts';
import '../db/base-tables.ts';

/** One sending of a command: who, under which key, what. */
export interface Sending {
  readonly personId: PersonId;
  readonly key: string;
  readonly route: string;
  readonly body: unknown;
}

export type Claim =
  | { readonly kind: 'fresh' }
  | { readonly kind: 'repeated'; readonly reply: string }
  | { readonly kind: 'reused' };

const keyPattern = /^[\x21-\x7e]{8,100}$/;

export function isIdempotencyKey(key: unknown): key is string {
  return typeof key === 'string' && keyPattern.test(key);
}

/** Takes the key within the command's transaction. A second sending waits here until the first has ended. */
export async function claimKey(tx: Tx, sending: Sending): Promise<Claim> {
  const hash = fingerprint(tx, canonicalJson(sending.body));
  const taken = await tx.db
    .insertInto('idempotency_key')
    .values({
      bureau_id: tx.bureauId,
      person_id: sending.personId,
      key: sending.key,
      route: sending.route,
      body_hash: hash,
      reply: null,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'person_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken !== undefined) return { kind: 'fresh' };

  const before = await tx.db
    .selectFrom('idempotency_key')
    .select(['route', 'body_hash', 'reply'])
    .where('bureau_id', '=', tx.bureauId)
    .where('person_id', '=', sending.personId)
    .where('key', '=', sending.key)
    .executeTakeFirstOrThrow();
  const same = before.route === sending.route && before.body_hash.equals(hash);
  if (!same) return { kind: 'reused' };
  // A reply that was not kept is given again by running again, which shows and logs it once more.
  return before.reply === null ? { kind: 'fresh' } : { kind: 'repeated', reply: await openReply(tx, before.reply) };
}

/** Keeps the reply for the next sending under the same key. */
export async function keepReply(tx: Tx, sending: Sending, reply: string): Promise<void> {
  await tx.db
    .updateTable('idempotency_key')
    .set({ reply: await sealReply(tx, reply) })
    .where('bureau_id', '=', tx.bureauId)
    .where('person_id', '=', sending.personId)
    .where('key', '=', sending.key)
    .execute();
}
