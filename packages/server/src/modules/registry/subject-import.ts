import {
  type Actor,
  approvalNeeded,
  compareImport,
  dateOf,
  type ImportVerdict,
  type Subject,
  type SubjectId,
  type SubjectImport,
  subjectColumns,
  subjectRowReader,
} from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { recordChanges } from './history-store.ts';
import { undoOf } from './import-undo.ts';
import type { RegistryImport } from './import-port.ts';
import { namesOf } from './names.ts';
import type { RegistryPorts } from './ports.ts';
import { toldVerdict, markOf } from './import-verdict.ts';
import { keepImportRows } from './undo-store.ts';
import { insertSubjects, loadSubjects, updateSubject } from './subject-store.ts';

export function subjectImport(ports: RegistryPorts): RegistryImport {
  return {
    columns: subjectColumns,
    choices: async (db) => {
      const { sectors, sections } = await namesOf(ports, db);
      return { sectors: sectors.map(({ name }) => name), sections: sections.map(({ name }) => name) };
    },
    // A list is a hundred changes at once: under approval it is confirmed by whom a single change would wait for.
    mayConfirm: async (db, actor, triedBy) =>
      !approvalNeeded(await ports.approval(db), actor) ||
      (actor.roles.includes('legalClerk') && actor.personId !== triedBy),
    undo: undoOf('subject'),
    examine: async (db, rows) => {
      const names = await namesOf(ports, db);
      const subjects = await loadSubjects(db);
      const reader = subjectRowReader(subjects, { ...names, today: dateOf(db.now) });
      const verdicts = compareImport(rows, reader);
      return {
        mark: markOf(subjects),
        verdicts: verdicts.map((verdict) => toldVerdict(verdict, names)),
        apply: (tx, actor, importId) => apply(tx, actor, importId, verdicts),
      };
    },
  };
}

async function apply(
  tx: Tx,
  actor: Actor,
  importId: string,
  verdicts: readonly ImportVerdict<SubjectImport, unknown>[],
): Promise<boolean> {
  const added: Subject[] = [];
  const changed: Subject[] = [];
  const recorded: Parameters<typeof recordChanges>[3][number][] = [];
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'new' && verdict.verdict !== 'changed') continue;
    const { record, status } = verdict.value;
    if (verdict.verdict === 'new') {
      const subject: Subject = { ...record, status, id: newId<SubjectId>(), version: 1 };
      added.push(subject);
      recorded.push({ id: subject.id, reason: '导入', changes: [] });
      continue;
    }
    const next: Subject = { ...record, status, id: verdict.id as SubjectId, version: verdict.version + 1 };
    changed.push(next);
    recorded.push({ id: next.id, reason: '导入', changes: verdict.changes });
  }
  const kept = (was: 'new' | 'changed') => (subject: Subject) => ({ id: subject.id, was, version: subject.version });
  await keepImportRows(tx, importId, [...added.map(kept('new')), ...changed.map(kept('changed'))]);
  for (const subject of changed) if (!(await updateSubject(tx, subject))) return false;
  if ((await insertSubjects(tx, added)) !== added.length) return false;
  await recordChanges(tx, actor, 'subject', recorded);
  return true;
}
