import type { registryRoutes, RegistryRefusal } from '@mingchou/contract';
import {
  type Actor,
  answerReport as decideAnswer,
  ok,
  refuse,
  reportSection as decideReport,
  type Result,
  type SectionReportId,
} from '@mingchou/domain';
import type { z } from 'zod';
import { appendAudit } from '../../audit/index.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { RegistryPorts } from './ports.ts';
import {
  insertReport,
  lastReports,
  loadParts,
  loadReportForUpdate,
  partOf,
  saveAnswer,
} from './section-report-store.ts';

type Report = z.output<typeof registryRoutes.reportSection.input>;
type Answer = z.output<typeof registryRoutes.answerSectionReport.input>;
type Outcome = Promise<Result<{ id: SectionReportId; version: number }, RegistryRefusal>>;

export async function reportSection(ports: RegistryPorts, tx: Tx, actor: Actor, input: Report): Outcome {
  const { sectionId } = input;
  const sections = await ports.sections(tx);
  const last = (await lastReports(tx)).get(sectionId) ?? null;
  const { total, priority, digest } = partOf(await loadParts(tx), sectionId);
  const facts = { sectionFound: sections.some(({ id }) => id === sectionId), last };
  const given = { id: newId<SectionReportId>(), sectionId, total, priority, digest };
  const decision = decideReport(given, facts, actor, tx.now);
  if (!decision.ok) return decision;
  const { report } = decision.value;
  if (!(await insertReport(tx, report))) {
    return refuse({ code: 'report-waiting', by: actor.name, at: tx.now });
  }
  await appendAudit(tx, actor, { noun: 'registry', aggregateId: report.id, version: 1, event: decision.value });
  return ok({ id: report.id, version: report.version });
}

export async function answerSectionReport(tx: Tx, actor: Actor, input: Answer): Outcome {
  const report = await loadReportForUpdate(tx, input.id);
  if (report === undefined) return refuse({ code: 'record-not-found' });
  const answer =
    input.answer === 'confirmed'
      ? ({ kind: 'confirmed' } as const)
      : ({ kind: 'returned', reason: input.reason ?? '' } as const);
  const decision = decideAnswer(report, answer, actor, tx.now);
  if (!decision.ok) return decision;
  const next = { ...report, answer: decision.value.answer, version: report.version + 1 };
  await saveAnswer(tx, next);
  await appendAudit(tx, actor, {
    noun: 'registry',
    aggregateId: next.id,
    version: next.version,
    event: decision.value,
  });
  return ok({ id: next.id, version: next.version });
}

/** 汇总: every section with its part as it stands and its last report; what has no section is one line of its own. */
export async function listSectionParts(ports: RegistryPorts, db: Db) {
  const [sections, parts, reports] = [await ports.sections(db), await loadParts(db), await lastReports(db)];
  const rows = sections.map(({ id, name }) => {
    const { total, priority, digest } = partOf(parts, id);
    const report = reports.get(id) ?? null;
    const shown = report === null ? null : { ...report, changedSince: report.digest !== digest };
    return { sectionId: id, name, total, priority, report: shown };
  });
  const outside = parts.find(({ sectionId }) => sectionId === null);
  const all = parts.reduce((sum, { total }) => sum + total, 0);
  return ok({ rows, unassigned: outside?.total ?? 0, total: all });
}
