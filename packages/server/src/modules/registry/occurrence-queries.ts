import {
  type OccurrenceView,
  priorityRuleText,
  type PriorityProposalView,
  type registryRoutes,
} from '@mingchou/contract';
import { dateOf, type Occurrence, ok, type PriorityGround, proposePriority, type SubjectId } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { loadOccurrences } from './occurrence-store.ts';
import type { RegistryPorts } from './ports.ts';

type Known = {
  readonly id: SubjectId;
  readonly priority: 'priority' | 'ordinary';
  readonly grounds: readonly PriorityGround[] | null;
};

/** What the registered occurrences propose for one object today. */
export async function proposalsFor(
  ports: RegistryPorts,
  db: Db,
  subject: Known,
): Promise<{ readonly occurrences: OccurrenceView[]; readonly proposals: PriorityProposalView[] }> {
  const occurrences = await loadOccurrences(db, subject.id);
  return { occurrences: occurrences.map(viewOf), proposals: await proposalViews(ports, db, subject, occurrences) };
}

/** 建议列为重点: all objects for which the bureau's rule proposes it today. */
export async function listPriorityProposals(
  ports: RegistryPorts,
  db: Db,
  input: z.output<typeof registryRoutes.listPriorityProposals.input>,
) {
  const occurrences = (await loadOccurrences(db)).filter(({ setAside }) => setAside === null);
  const subjects = await subjectsOf(db, [...new Set(occurrences.map(({ subjectId }) => subjectId))]);
  const rows = [];
  for (const subject of subjects) {
    const own = occurrences.filter(({ subjectId }) => subjectId === subject.id);
    const proposals = await proposalViews(ports, db, subject, own);
    if (proposals.length > 0) rows.push({ id: subject.id, name: subject.name, version: subject.version, proposals });
  }
  const { page, size } = input;
  return ok({ rows: rows.slice((page - 1) * size, page * size), total: rows.length, page, size });
}

async function proposalViews(
  ports: RegistryPorts,
  db: Db,
  subject: Known,
  occurrences: readonly Occurrence[],
): Promise<PriorityProposalView[]> {
  const { rules, clause } = await ports.priorityRules(db);
  const known = { priority: subject.priority, grounds: subject.grounds ?? [] };
  return proposePriority(known, occurrences, rules, dateOf(db.now)).map(({ ground, rule, evidence }) => ({
    ground,
    rule: priorityRuleText(rule),
    clause,
    evidence: evidence.map(viewOf),
  }));
}

async function subjectsOf(db: Db, ids: readonly SubjectId[]) {
  if (ids.length === 0) return [];
  return db.db
    .selectFrom('subject')
    .select(['id', 'name', 'version', 'priority', 'grounds'])
    .where('bureau_id', '=', db.bureauId)
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute();
}

function viewOf({ id, kind, on, evidence, setAside }: Occurrence): OccurrenceView {
  return { id, kind, on, evidence, setAside };
}
