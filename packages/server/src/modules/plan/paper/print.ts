import type { BureauId, PlanId, PlanRefusal, Result } from '@mingchou/domain';
import { ok, refuse } from '@mingchou/domain';
import type { Db } from '../../../db/tx.ts';
import { typeset } from '../../../papers/index.ts';
import type { PlanPorts } from '../ports.ts';
import { loadPlan } from '../store.ts';
import { surroundingsOf } from '../surroundings.ts';
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

/** 印发稿: the plan with its annexes, as PDF or Word; a draft until it is approved. */
export async function printPlan(
  ports: PlanPorts,
  papers: PlanPaperPorts,
  db: Db,
  { planId, format }: { readonly planId: PlanId; readonly format: 'pdf' | 'docx' },
): Promise<Result<Printed, PlanRefusal>> {
  const stored = await loadPlan(db, planId);
  if (stored === undefined) return refuse({ code: 'plan-not-found' });
  const { name: bureau } = await papers.bureau(db, db.bureauId);
  const facts = { plan: stored.plan, ...(await surroundingsOf(ports, db)) };
  const paper = planPaper(facts, { bureau, demonstration: papers.demonstration });
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
