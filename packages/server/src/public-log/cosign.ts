import {
  cosignaturesOf,
  type LogKey,
  readCheckpoint,
  readLogKey,
  readNote,
  writeLogKey,
  writeNote,
} from '@mingchou/verifier';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';
import './tables.ts';

/** Why a note with cosignatures was not taken. */
export type CosignRefusal = 'not-a-checkpoint' | 'another-state' | 'unknown-witness' | 'signature-wrong';

/**
 * Takes the cosignatures of known witnesses from a note and keeps them. The note's text must be one that this log has
 * signed: a witness who saw another state of the log has found a fork, and the refusal tells him so.
 */
export async function takeCosignatures(
  app: Kysely<Tables>,
  text: string,
): Promise<CosignRefusal | { readonly size: number }> {
  const checkpoint = readCheckpoint(text);
  if (checkpoint === undefined) return 'not-a-checkpoint';
  const { size } = checkpoint;
  const ours = await app.selectFrom('portal_log_checkpoint').select('note').where('size', '=', size).executeTakeFirst();
  if (ours === undefined || readNote(ours.note)?.text !== checkpoint.note.text) return 'another-state';
  const cosigned = cosignaturesOf(checkpoint, await readWitnesses(app));
  if (cosigned === 'forged') return 'signature-wrong';
  if (cosigned.length === 0) return 'unknown-witness';
  const rows = cosigned.map(({ witness, line }) => ({
    ...{
      size,
      verifier_key: writeLogKey(witness),
      line: writeNote({ text: '', signatures: [line] }).trim(),
      received_at: sql<string>`now()`,
    },
  }));
  // Said once is enough; an earlier word of the same witness on this state stays.
  await app
    .insertInto('portal_log_cosignature')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { size };
}

/** Verifier keys of the witnesses whose cosignatures are taken, in the order in which they were named. */
export async function witnessKeys(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('portal_log_witness')
    .select('verifier_key')
    .where('withdrawn_at', 'is', null)
    .orderBy('trusted_at')
    .orderBy('name')
    .execute();
  return rows.map((row) => row.verifier_key);
}

/** From now on this witness's cosignatures are taken, again after a withdrawal; `undefined` when they are already. */
export async function trustWitness(app: Kysely<Tables>, witness: LogKey): Promise<string | undefined> {
  const row = {
    verifier_key: writeLogKey(witness),
    name: witness.name,
    trusted_at: sql<string>`now()`,
    withdrawn_at: null,
  };
  const { numInsertedOrUpdatedRows: added } = await app
    .insertInto('portal_log_witness')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('verifier_key')
        .doUpdateSet({ trusted_at: sql<string>`now()`, withdrawn_at: null })
        .where('portal_log_witness.withdrawn_at', 'is not', null),
    )
    .executeTakeFirstOrThrow();
  return added === 1n ? row.verifier_key : undefined;
}

/**
 * From now on nothing that this witness signs is taken; `false` when nothing was before. What he signed until then stays
 * under its checkpoints: what is public only grows, and an auditor's copy must not differ from ours.
 */
export async function distrustWitness(app: Kysely<Tables>, witness: LogKey): Promise<boolean> {
  const { numUpdatedRows: withdrawn } = await app
    .updateTable('portal_log_witness')
    .set({ withdrawn_at: sql<string>`now()` })
    .where('verifier_key', '=', writeLogKey(witness))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return withdrawn === 1n;
}

/** The note with what its witnesses have added since. */
export async function withCosignatures(db: Kysely<Tables>, size: number, note: string): Promise<string> {
  const rows = await db
    .selectFrom('portal_log_cosignature')
    .select('line')
    .where('size', '=', size)
    .orderBy('received_at')
    .orderBy('verifier_key')
    .execute();
  return `${note}${rows.map(({ line }) => `${line}\n`).join('')}`;
}

/** The latest state that at least one witness has cosigned. */
export async function latestCosigned(db: Kysely<Tables>): Promise<string | undefined> {
  const row = await db
    .selectFrom('portal_log_checkpoint')
    .select(['size', 'note'])
    .where('size', 'in', db.selectFrom('portal_log_cosignature').select('size'))
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : withCosignatures(db, row.size, row.note);
}

async function readWitnesses(db: Kysely<Tables>): Promise<readonly LogKey[]> {
  return (await witnessKeys(db)).flatMap((text) => readLogKey(text) ?? []);
}
