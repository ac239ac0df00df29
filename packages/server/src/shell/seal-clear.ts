import { type Database, inTx, type Tx } from '../db/tx.ts';

/** Lets each module seal what an earlier version of the program left in clear; costs a look a bureau when all is sealed. */
export async function sealWhatIsClear(database: Database, sealers: readonly ((tx: Tx) => Promise<void>)[]) {
  const bureaus = await database.app.selectFrom('bureau').select('bureau_id').execute();
  for (const { bureau_id: bureauId } of bureaus) {
    await inTx(database, bureauId, async (tx) => {
      for (const seal of sealers) await seal(tx);
    });
  }
}
