import type { Actor, FieldChange, LibraryList, RowNote, RowProblem, SheetRow } from '@mingchou/domain';
import { compareImport } from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';
import { type LibraryForm, libraryForms } from './library-lists.ts';
import { type LibraryRecords, loadLibrary, saveEntries } from './library-store.ts';
import { loadItems } from './store.ts';

/** What is offered to whoever brings rows from outside; the twin of what the exchange declares. */
export interface LibraryImport {
  readonly columns: LibraryForm<unknown>['columns'];
  readonly choices: (db: Db) => Promise<{ readonly sectors: readonly string[]; readonly sections: readonly string[] }>;
  readonly examine: <Problem extends { readonly code: string }>(
    db: Db,
    rows: readonly SheetRow<Problem>[],
  ) => Promise<{
    readonly mark: string;
    readonly verdicts: readonly ExaminedRow<Problem>[];
    readonly apply: (tx: Tx, actor: Actor) => Promise<boolean>;
  }>;
}

interface ExaminedRow<Problem> {
  readonly row: number;
  readonly verdict: 'new' | 'changed' | 'same' | 'wrong';
  readonly problems: readonly (Problem | RowProblem)[];
  readonly notes: readonly RowNote[];
  readonly changes: readonly FieldChange[];
}

/** 法律依据, 清单对应关系 and 重大事故隐患 come from workbooks like every registry. */
export function libraryImport<List extends LibraryList>(list: List): LibraryImport {
  const form: LibraryForm<LibraryRecords[List]> = libraryForms[list];
  return {
    columns: form.columns,
    choices: () => Promise.resolve({ sectors: [], sections: [] }),
    examine: async (db, rows) => {
      const entries = await loadLibrary(db, list);
      const titles = (await loadItems(db)).map(({ item }) => item.title);
      const known = new Map(entries.map(({ key, record, version }) => [key, { id: key, version, value: record }]));
      const verdicts = compareImport(rows, {
        keyColumn: form.columns[0]?.key ?? '',
        keyOf: form.keyOf,
        existing: (key) => known.get(key),
        read: (cells, before) => form.read(cells, before, titles),
        changes: (before, after) => changed(form, before, after),
      });
      const keys = new Map(rows.map(({ row, cells }) => [row, form.keyOf(cells)]));
      return {
        mark: `${entries.length}.${entries.reduce((sum, { version }) => sum + version, 0)}`,
        verdicts: verdicts.map((verdict) => ({
          ...{ row: verdict.row, verdict: verdict.verdict, notes: [] },
          problems: verdict.verdict === 'wrong' ? verdict.problems : [],
          changes: verdict.verdict === 'changed' ? verdict.changes : [],
        })),
        apply: (tx) =>
          saveEntries(
            tx,
            list,
            verdicts.flatMap((verdict) => {
              if (verdict.verdict !== 'new' && verdict.verdict !== 'changed') return [];
              const before = verdict.verdict === 'new' ? 0 : verdict.version;
              return [{ key: keys.get(verdict.row) ?? '', record: verdict.value, before }];
            }),
          ),
      };
    },
  };
}

/** Field by field, under the heads of the workbook. */
function changed<Value extends object>(form: LibraryForm<Value>, before: Value, after: Value): readonly FieldChange[] {
  const [from, to] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return form.columns.flatMap(({ key, title }) => {
    const [old, next] = [told(from.get(key)), told(to.get(key))];
    return old === next ? [] : [{ field: title, from: old, to: next }];
  });
}

const told = (value: unknown): string | null =>
  value === null || value === undefined || value === ''
    ? null
    : value === true
      ? '是'
      : value === false
        ? '否'
        : String(value);
