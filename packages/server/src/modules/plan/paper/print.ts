import type { BureauId, PlanId, PlanRefusal, Result } from '@mingchou/domain';
import { ok, refuse } from '@mingchou/domain';
import type { Db } from '../../../db/tx.ts';
import { typeset } from '../../../papers/index.ts';
import type { PlanPorts } from '../ports.ts';
import { loadPlan } from '../store.ts';
import { surroundingsWithLists } from '../surroundings.ts';
import { amendmentPaper } from './amendment-paper.ts';
import { type PlanPaper, planPaper } from './content.ts';
import { wordOf } from './word.ts';

/** What the paper needs besides the plan. */
export interface PlanPaperPorts {
  readonly bureau: (db: Db, bureauId: BureauId) => Promise<{ readonly name: string }>;
  /** Every page of the demonstration's papers says so. */
  readonly demonstration: boolean;
}

interface Printed {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

interface Asked {
  readonly planId: PlanId;
  readonly format: 'pdf' | 'docx';
  readonly paper?: 'plan' | 'amendment' | undefined;
}

/** 印发稿: the plan with its annexes, as PDF or Word; a draft until it is approved. */
export async function printPlan(
  ports: PlanPorts,
  papers: PlanPaperPorts,
  db: Db,
  { planId, format, paper: which = 'plan' }: Asked,
): Promise<Result<Printed, PlanRefusal>> {
  const stored = await loadPlan(db, planId);
  if (stored === undefined) return refuse({ code: 'plan-not-found' });
  const { name: bureau } = await papers.bureau(db, db.bureauId);
  const facts = { plan: stored.plan, ...(await surroundingsWithLists(ports, db, stored.plan)) };
  const around = { bureau, demonstration: papers.demonstration };
  const { amendment } = stored.plan;
  const former = amendment === undefined ? undefined : await loadPlan(db, amendment.former);
  if (which === 'amendment' && former === undefined) return refuse({ code: 'plan-not-an-amendment' });
  const paper =
    which === 'plan' || former === undefined ? planPaper(facts, around) : amendmentPaper(facts, former.plan, around);
  const bytes = await pressPaper(paper, format);
  const name = `${paper.title}${paper.draft ? '（草稿）' : ''}.${format}`;
  return ok({ name, mediaType: mediaTypes[format], base64: Buffer.from(bytes).toString('base64') });
}

/** Any paper of this form, as either file. */
export async function pressPaper(paper: PlanPaper, format: 'pdf' | 'docx'): Promise<Uint8Array> {
  return format === 'pdf' ? pressPlan(paper) : wordOf(paper);
}

export function pressPlan(paper: PlanPaper): Promise<Uint8Array> {
  return typeset({ template: new URL('./plan.typ', import.meta.url), data: paper });
}
