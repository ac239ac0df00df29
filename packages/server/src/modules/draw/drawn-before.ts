import type { SubjectId } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import './tables.ts';

/** Objects that a draw of the year selected and that was not voided afterwards. */
export async function drawnInYear(db: Db, year: number): Promise<ReadonlySet<SubjectId>> {
  const rows = await db.db
    .selectFrom('draw_object')
    .innerJoin('draw', (join) =>
      join.onRef('draw.bureau_id', '=', 'draw_object.bureau_id').onRef('draw.draw_id', '=', 'draw_object.draw_id'),
    )
    .select('draw_object.subject_id')
    .where('draw_object.bureau_id', '=', db.bureauId)
    .where('draw_object.kind', '=', 'selected')
    .where('draw.year', '=', year)
    .where('draw.status', '<>', 'voided')
    .execute();
  return new Set(rows.map((row) => row.subject_id));
}
