import {
  compareImport,
  type FieldChange,
  type ImportVerdict,
  type ReferenceCode,
  referenceColumns,
  type ReferenceListName,
  referenceRowReader,
} from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';
import type { RegistryImport } from './import-port.ts';
import { markOf, toldVerdict } from './import-verdict.ts';
import { referenceOf } from './reference-queries.ts';

const titles: Readonly<Record<string, string>> = {
  from: '启用日期',
  to: '撤销日期',
  successor: '现代码',
  source: '来源',
};
const tell = ({ field, from, to }: FieldChange) => ({ field: titles[field] ?? field, from, to });

/** National code tables come from workbooks like every registry; what is abolished stays with its last day. */
export function referenceImport(list: ReferenceListName): RegistryImport {
  return {
    columns: referenceColumns[list],
    choices: () => Promise.resolve({ sectors: [], sections: [] }),
    examine: async (db, rows) => {
      const entries = await loadReference(db, list);
      const verdicts = compareImport(rows, referenceRowReader(list, entries));
      return {
        mark: markOf(entries),
        verdicts: verdicts.map((verdict) => toldVerdict(verdict, { tell })),
        apply: (tx) => apply(tx, list, verdicts),
      };
    },
  };
}

async function loadReference(db: Db, list: ReferenceListName) {
  const rows = await db.db
    .selectFrom('reference_code')
    .selectAll()
    .where('bureau_id', '=', db.bureauId)
    .where('list', '=', list)
    .execute();
  return rows.map((row) => ({ ...referenceOf(row), version: row.version }));
}

async function apply(
  tx: Tx,
  list: ReferenceListName,
  verdicts: readonly ImportVerdict<ReferenceCode, unknown>[],
): Promise<boolean> {
  const rows = verdicts.flatMap((verdict) => {
    if (verdict.verdict !== 'new' && verdict.verdict !== 'changed') return [];
    const { code, name, from, to, successor, source } = verdict.value;
    const version = verdict.verdict === 'new' ? 1 : verdict.version + 1;
    const validity = { valid_from: from, valid_to: to };
    return [{ bureau_id: tx.bureauId, list, code, name, ...validity, successor, source, version }];
  });
  for (let at = 0; at < rows.length; at += 1_000) {
    await tx.db
      .insertInto('reference_code')
      .values(rows.slice(at, at + 1_000))
      .onConflict((conflict) =>
        conflict.columns(['bureau_id', 'list', 'code', 'name']).doUpdateSet((set) => ({
          valid_from: set.ref('excluded.valid_from'),
          valid_to: set.ref('excluded.valid_to'),
          successor: set.ref('excluded.successor'),
          source: set.ref('excluded.source'),
          version: set.ref('excluded.version'),
        })),
      )
      .execute();
  }
  return true;
}
