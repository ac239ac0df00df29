import { disclosureRoutes, inspectionRoutes, type InspectionRow } from '@mingchou/contract';
import { roleHolder, type Scene } from './scene.ts';

/** What a team found at one subject, and when it was there (Beijing time). */
export interface Finding {
  readonly begunAt: string;
  readonly endedAt: string;
  readonly category: string;
  /** The point of the list that failed and its words; null where every point is kept. */
  readonly failed: { readonly no: number; readonly text: string } | null;
}

/** The inspections of one draw, in the order in which they were drawn. */
export async function inspectionsOf(scene: Scene, drawNo: number): Promise<readonly InspectionRow[]> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const { rows } = await clerk.mustAsk(inspectionRoutes.listInspections, { drawNo, size: 500 });
  return [...rows].sort((a, b) => a.place - b.place);
}

/** 检查: a member of the team goes, and records what was found. */
export async function inspect(scene: Scene, inspection: InspectionRow, found: Finding): Promise<void> {
  const inspector = await scene.as(inspection.team[0] ?? '');
  await scene.at(found.begunAt);
  const begun = await inspector.mustSend(inspectionRoutes.startInspection, {
    inspectionId: inspection.id,
    version: inspection.version,
  });
  await scene.at(found.endedAt);
  const { team, checklist } = await inspector.mustAsk(inspectionRoutes.showInspection, {
    inspectionId: inspection.id,
  });
  await inspector.mustSend(inspectionRoutes.recordOutcome, {
    inspectionId: inspection.id,
    version: begun.version,
    category: found.category,
    points: checklist.items.flatMap(({ itemId, points }) => points.map(({ no }) => ({ itemId, ...markOf(no, found) }))),
    findings: '',
    endedOn: found.endedAt.slice(0, 10),
    signatures: { inspectors: team.map((member) => member.inspectorId), respondent: { kind: 'signed' } },
  });
}

function markOf(no: number, { failed }: Finding) {
  return failed?.no === no ? { no, mark: 'fail' as const, text: failed.text } : { no, mark: 'pass' as const, text: '' };
}

/** 确认: the section's chief stands for the record. */
export async function confirm(scene: Scene, { id: inspectionId }: InspectionRow, chief: string): Promise<void> {
  const client = await scene.as(chief);
  const { version } = await client.mustAsk(inspectionRoutes.showInspection, { inspectionId });
  await client.mustSend(inspectionRoutes.confirmOutcome, { inspectionId, version });
}

/** 法制审核, with the text that may be made public. */
export async function review(scene: Scene, { id: inspectionId }: InspectionRow): Promise<void> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const { version, outcome } = await clerk.mustAsk(inspectionRoutes.showInspection, { inspectionId });
  const publicFindings = outcome?.findings ?? '';
  await clerk.mustSend(inspectionRoutes.reviewOutcome, { inspectionId, version, publicFindings });
}

/** 公示 by the person whom the bureau's rule names. */
export async function disclose(scene: Scene, { id }: InspectionRow, by: string): Promise<void> {
  const client = await scene.asTrusted(by);
  const { row } = await client.mustAsk(disclosureRoutes.showDisclosure, { id });
  const { outcomes } = await client.mustSend(disclosureRoutes.discloseResults, {
    results: [{ id, version: row.version }],
  });
  const refused = outcomes.find((outcome) => !outcome.disclosed);
  if (refused !== undefined) throw new Error(`${refused.subjectName}: ${refused.message ?? ''}`);
}
