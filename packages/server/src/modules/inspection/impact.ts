import type { PolicyImpact } from '@mingchou/contract';
import type { Db } from '../../db/tx.ts';
import './tables.ts';

/** Visits that have not begun and whose team would be too small under another least number. */
export async function inspectionImpact(db: Db, before: number, after: number): Promise<PolicyImpact> {
  const open = await db.db
    .selectFrom('inspection')
    .select(['subject_name', 'team'])
    .where('bureau_id', '=', db.bureauId)
    .where('status', '=', 'awaiting')
    .orderBy('subject_name')
    .execute();
  const rows = open.flatMap(({ subject_name: name, team }) => {
    const was = team.length >= before;
    if (was === team.length >= after) return [];
    return [{ name, before: startText(was), after: `${startText(!was)}：${team.length}人，最少${after}人` }];
  });
  return { kind: 'inspection', open: open.length, rows };
}

function startText(may: boolean): string {
  return may ? '可以开始检查' : '不能开始检查';
}
