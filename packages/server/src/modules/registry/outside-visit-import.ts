import {
  compareImport,
  dateOf,
  type ImportVerdict,
  outsideVisitColumns,
  type OutsideVisitId,
  type OutsideVisitRow,
  outsideVisitRowReader,
  type SubjectId,
} from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import type { Db } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { RegistryImport } from './import-port.ts';
import { toldVerdict } from './import-verdict.ts';
import { insertVisits, standingVisits } from './outside-visit.ts';

/** 其他部门的检查 from a partner's list: each visit is registered as one by hand would be. */
export function outsideVisitImport(): RegistryImport {
  return {
    columns: outsideVisitColumns,
    choices: () => Promise.resolve({ sectors: [], sections: [] }),
    examine: async (db, rows) => {
      const [subjects, known] = [await subjectsByCode(db), await standingVisits(db)];
      const verdicts = compareImport(rows, outsideVisitRowReader({ subjects, known, today: dateOf(db.now) }));
      return {
        mark: `${subjects.size}.${known.length}.${
          known
            .map(({ id }) => id)
            .sort()
            .at(-1) ?? ''
        }`,
        verdicts: verdicts.map((verdict) => toldVerdict(verdict, { tell: (change) => change })),
        apply: async (tx, actor) => {
          const visits = newOnes(verdicts).map((visit) => ({ ...visit, id: newId<OutsideVisitId>() }));
          await insertVisits(tx, actor, visits);
          for (const visit of visits) {
            const event = { type: 'outside-visit-registered' as const, visit };
            await appendAudit(tx, actor, { noun: 'registry', aggregateId: visit.id, version: 1, event });
          }
          return true;
        },
      };
    },
  };
}

function newOnes(verdicts: readonly ImportVerdict<OutsideVisitRow, unknown>[]): readonly OutsideVisitRow[] {
  return verdicts.flatMap((verdict) => (verdict.verdict === 'new' ? [verdict.value] : []));
}

async function subjectsByCode(db: Db): Promise<ReadonlyMap<string, SubjectId>> {
  const rows = await db.db.selectFrom('subject').select(['id', 'code']).where('bureau_id', '=', db.bureauId).execute();
  return new Map(rows.map((row) => [row.code, row.id]));
}
