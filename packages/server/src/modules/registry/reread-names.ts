import { sql } from 'kysely';
import type { Tx } from '../../db/tx.ts';
import { pinyinOf, readingsMark } from './pinyin.ts';
import './tables.ts';

const named = ['subject', 'inspector', 'expert'] as const;
const piece = 5_000;

/**
 * Writes the pinyin of all names again where another table of readings wrote it, so that an object entered years ago is
 * found as one entered today. What is searched is derived from the name: no version rises and no history is written.
 */
export async function rereadNames(tx: Tx): Promise<void> {
  const standing = await tx.db
    .selectFrom('name_reading')
    .select('mark')
    .where('bureau_id', '=', tx.bureauId)
    .executeTakeFirst();
  if (standing?.mark === readingsMark) return;
  for (const table of named) await rereadTable(tx, table);
  const read = { mark: readingsMark, read_at: tx.now };
  await tx.db
    .insertInto('name_reading')
    .values({ bureau_id: tx.bureauId, ...read })
    .onConflict((conflict) => conflict.column('bureau_id').doUpdateSet(read))
    .execute();
}

async function rereadTable(tx: Tx, table: (typeof named)[number]): Promise<void> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string; name: string; name_pinyin: string; name_initials: string }>`
      select id, name, name_pinyin, name_initials from ${sql.table(table)}
      where bureau_id = ${tx.bureauId}::uuid and id > ${last}::uuid order by id limit ${piece}
    `.execute(tx.db);
    const other = rows.flatMap(({ id, name, ...written }) => {
      const now = pinyinOf(name);
      const same = now.name_pinyin === written.name_pinyin && now.name_initials === written.name_initials;
      return same ? [] : [{ id, ...now }];
    });
    if (other.length > 0) {
      await sql`
        update ${sql.table(table)} r set name_pinyin = e.name_pinyin, name_initials = e.name_initials
        from jsonb_to_recordset(${JSON.stringify(other)}::jsonb) as e (id uuid, name_pinyin text, name_initials text)
        where r.bureau_id = ${tx.bureauId}::uuid and r.id = e.id
      `.execute(tx.db);
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < piece) return;
  }
}
