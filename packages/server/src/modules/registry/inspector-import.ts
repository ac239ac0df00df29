import {
  type Actor,
  compareImport,
  dateOf,
  type ImportVerdict,
  type Inspector,
  type InspectorId,
  type InspectorRecord,
  inspectorColumns,
  inspectorRowReader,
} from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { recordChanges } from './history-store.ts';
import { undoOf } from './import-undo.ts';
import type { RegistryImport } from './import-port.ts';
import { markOf, toldVerdict } from './import-verdict.ts';
import { keepImportRows } from './undo-store.ts';
import { insertInspectors, loadInspectors, updateInspector } from './inspector-store.ts';
import { namesOf } from './names.ts';
import type { RegistryPorts } from './ports.ts';

export function inspectorImport(ports: RegistryPorts): RegistryImport {
  return {
    columns: inspectorColumns,
    choices: async (db) => {
      const { sectors, sections } = await namesOf(ports, db);
      return { sectors: sectors.map(({ name }) => name), sections: sections.map(({ name }) => name) };
    },
    undo: undoOf('inspector'),
    examine: async (db, rows) => {
      const names = await namesOf(ports, db);
      const inspectors = await loadInspectors(db);
      const verdicts = compareImport(rows, inspectorRowReader(inspectors, { ...names, today: dateOf(db.now) }));
      const standing = new Map(inspectors.map((inspector) => [inspector.id as string, inspector]));
      return {
        mark: markOf(inspectors),
        verdicts: verdicts.map((verdict) => toldVerdict(verdict, names)),
        apply: (tx, actor, importId) => apply(tx, actor, importId, verdicts, standing),
      };
    },
  };
}

async function apply(
  tx: Tx,
  actor: Actor,
  importId: string,
  verdicts: readonly ImportVerdict<InspectorRecord, unknown>[],
  standing: ReadonlyMap<string, Pick<Inspector, 'status' | 'leaves'>>,
): Promise<boolean> {
  const added: Inspector[] = [];
  const changed: Inspector[] = [];
  const recorded: Parameters<typeof recordChanges>[3][number][] = [];
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'new' && verdict.verdict !== 'changed') continue;
    if (verdict.verdict === 'new') {
      const id = newId<InspectorId>();
      added.push({ ...verdict.value, id, version: 1, leaves: [], status: { kind: 'on-duty' } });
      recorded.push({ id, reason: '导入', changes: [] });
      continue;
    }
    const { status, leaves } = standing.get(verdict.id) ?? { status: { kind: 'on-duty' }, leaves: [] };
    const next: Inspector = {
      ...verdict.value,
      status,
      leaves,
      id: verdict.id as InspectorId,
      version: verdict.version + 1,
    };
    changed.push(next);
    recorded.push({ id: next.id, reason: '导入', changes: verdict.changes });
  }
  const kept =
    (was: 'new' | 'changed') =>
    ({ id, version }: Inspector) => ({ id, was, version });
  await keepImportRows(tx, importId, [...added.map(kept('new')), ...changed.map(kept('changed'))]);
  for (const inspector of changed) if (!(await updateInspector(tx, inspector))) return false;
  if ((await insertInspectors(tx, added)) !== added.length) return false;
  await recordChanges(tx, actor, 'inspector', recorded);
  return true;
}
