import type { Tx } from '../../db/tx.ts';
import { readFile, saveFile } from '../../files/index.ts';
import './tables.ts';

/** Seals the workbooks that an earlier version of the program kept in clear. */
export async function sealClearWorkbooks(tx: Tx): Promise<void> {
  const clear = await tx.db
    .selectFrom('import_dry_run')
    .innerJoin('stored_file', (join) =>
      join
        .onRef('stored_file.bureau_id', '=', 'import_dry_run.bureau_id')
        .onRef('stored_file.hash', '=', 'import_dry_run.file_hash'),
    )
    .select('stored_file.hash')
    .distinct()
    .where('import_dry_run.bureau_id', '=', tx.bureauId)
    .where('stored_file.personal', '=', false)
    .execute();
  for (const { hash } of clear) {
    const file = await readFile(tx, hash);
    if (file !== undefined) await saveFile(tx, file.bytes, { ...file, personal: true });
  }
}
