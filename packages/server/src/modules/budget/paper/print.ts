import type { BudgetRefusal, Result } from '@mingchou/domain';
import { ok, refuse } from '@mingchou/domain';
import type { Db } from '../../../db/tx.ts';
import { rulesOf } from '../commands.ts';
import type { BudgetPaperPorts, BudgetPorts } from '../ports.ts';
import { budgetOfYear } from '../store.ts';
import { budgetPaper, editionOf } from './content.ts';

interface Printed {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** 工作日测算 as PDF or Word: the edition as it stands, or one approved before. */
export async function printBudget(
  ports: BudgetPorts,
  papers: BudgetPaperPorts,
  db: Db,
  {
    year,
    edition,
    format,
  }: { readonly year: number; readonly edition?: number | undefined; readonly format: 'pdf' | 'docx' },
): Promise<Result<Printed, BudgetRefusal>> {
  const stored = await budgetOfYear(db, year);
  const printed = stored === undefined ? undefined : editionOf(stored.budget, edition);
  if (printed === undefined) return refuse({ code: 'budget-not-found' });
  const { name: bureau } = await papers.bureau(db, db.bureauId);
  const around = { bureau, demonstration: papers.demonstration };
  const paper = budgetPaper(printed, await rulesOf(ports, db, year), around);
  const bytes = await papers.press(paper, format);
  const name = `${paper.title}${paper.draft ? '（草稿）' : ''}.${format}`;
  return ok({ name, mediaType: mediaTypes[format], base64: Buffer.from(bytes).toString('base64') });
}
