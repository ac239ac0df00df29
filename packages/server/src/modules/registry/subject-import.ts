import {
  type Actor,
  approvalNeeded,
  comparing,
  dateOf,
  enterNeighbour,
  enterSubject,
  type ImportVerdict,
  type RowProblem,
  type SheetRow,
  type Subject,
  type SubjectId,
  type SubjectImport,
  subjectColumns,
  subjectIndex,
  subjectRowReader,
  writeCode,
} from '@mingchou/domain';
import type { Db, Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import { recordChanges } from './history-store.ts';
import { undoOf } from './import-undo.ts';
import type { ExaminedRow, Onward, RegistryImport } from './import-port.ts';
import { namesOf } from './names.ts';
import type { RegistryPorts } from './ports.ts';
import { toldVerdict, markOf } from './import-verdict.ts';
import { keepImportRows } from './undo-store.ts';
import { insertSubjects, standingSubjects, updateSubjects } from './subject-store.ts';

type Verdict = ImportVerdict<SubjectImport, unknown>;

// So many rows take some ten milliseconds to compare; so many to write are one statement of each kind.
const compared = 500;
const written = 1_000;

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
    examine: <Problem extends { readonly code: string }>(db: Db, rows: readonly SheetRow<Problem>[], onward: Onward) =>
      examine(ports, db, rows, onward),
  };
}

async function examine<Problem extends { readonly code: string }>(
  ports: RegistryPorts,
  db: Db,
  rows: readonly SheetRow<Problem>[],
  onward: Onward,
) {
  const names = await namesOf(ports, db);
  const { index, mark } = await registryAsItStands(db, rows, onward);
  const reader = subjectRowReader(index, { ...names, today: dateOf(db.now) });
  const compare = comparing<SubjectImport, Problem | RowProblem>(reader);
  const verdicts: Verdict[] = [];
  const told: ExaminedRow<Problem>[] = [];
  for (const row of rows) {
    const verdict = compare(row);
    verdicts.push(verdict);
    told.push(toldVerdict<Problem>(verdict, names));
    if (verdicts.length % compared === 0) await onward(verdicts.length);
  }
  return {
    mark,
    verdicts: told,
    apply: (tx: Tx, actor: Actor, importId: string, go: Onward) => apply(tx, actor, importId, verdicts, go),
  };
}

async function registryAsItStands(db: Db, rows: readonly SheetRow<{ readonly code: string }>[], onward: Onward) {
  const named = new Set(rows.map(({ cells }) => writeCode(cells['code'] ?? '')));
  const index = subjectIndex();
  const versions: { readonly version: number }[] = [];
  for await (const subjects of standingSubjects(db, (code) => named.has(code))) {
    for (const standing of subjects) {
      versions.push({ version: standing.version });
      if ('subject' in standing) enterSubject(index, standing.subject);
      else enterNeighbour(index, standing.neighbour);
    }
    await onward(0);
  }
  return { index, mark: markOf(versions) };
}

async function apply(
  tx: Tx,
  actor: Actor,
  importId: string,
  verdicts: readonly Verdict[],
  onward: Onward,
): Promise<boolean> {
  const changes = verdicts.filter((verdict) => verdict.verdict === 'new' || verdict.verdict === 'changed');
  for (let from = 0; from < changes.length; from += written) {
    const part = changes.slice(from, from + written);
    if (!(await applyPart(tx, actor, importId, part))) return false;
    await onward(from + part.length);
  }
  return true;
}

type Change = Extract<Verdict, { readonly verdict: 'new' | 'changed' }>;

async function applyPart(tx: Tx, actor: Actor, importId: string, changes: readonly Change[]): Promise<boolean> {
  const parts = changes.map((verdict) => ({ was: verdict.verdict, subject: subjectOf(verdict), verdict }));
  const of = (was: Change['verdict']) => parts.filter((part) => part.was === was).map(({ subject }) => subject);
  const kept = parts.map(({ was, subject: { id, version } }) => ({ id, was, version }));
  await keepImportRows(tx, importId, kept);
  if (!(await updateSubjects(tx, of('changed')))) return false;
  if ((await insertSubjects(tx, of('new'))) !== of('new').length) return false;
  const recorded = parts.map(({ subject, verdict }) => ({
    ...{ id: subject.id, reason: '导入' },
    changes: verdict.verdict === 'changed' ? verdict.changes : [],
  }));
  await recordChanges(tx, actor, 'subject', recorded);
  return true;
}

function subjectOf(verdict: Change): Subject {
  const { record, status } = verdict.value;
  return verdict.verdict === 'new'
    ? { ...record, status, id: newId<SubjectId>(), version: 1 }
    : { ...record, status, id: verdict.id as SubjectId, version: verdict.version + 1 };
}
