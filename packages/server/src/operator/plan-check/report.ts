import {
  checkDocument,
  checkPlan,
  citationJudge,
  defaultLaws,
  type Finding,
  type PlanDocument,
  type PlanFacts,
  ruleOf,
  sourceText,
} from '@mingchou/domain';
import { readPlanFile } from './read-plan-file.ts';

/** One finding, whichever reader found it. */
export interface ReportedFinding {
  readonly id: string;
  readonly rule: string;
  /** The class in words, and where it comes from. */
  readonly title: string;
  readonly source: string;
  readonly severity: Finding['severity'];
  readonly verdict: string;
  readonly detail: string | null;
  readonly places: readonly { readonly place: string; readonly text: string }[];
  readonly mends: readonly string[];
}

interface Checked {
  readonly file: string;
  readonly title: string | null;
  readonly tables: number;
  readonly open: readonly ReportedFinding[];
  readonly kept: readonly { readonly finding: ReportedFinding; readonly reason: string }[];
}

export type Report = Checked | { readonly file: string; readonly fault: string };

/** The command belongs to no bureau, so it judges by the library that comes with the program. */
const context = { outdated: citationJudge(defaultLaws) };

/** Reads one file and holds it against every rule; what cannot be read is said with its place. */
export async function reportOf(file: string, reasons: ReadonlyMap<string, string>): Promise<Report> {
  try {
    const read = await readPlanFile(file);
    return 'plan' in read ? ofPlan(file, read, reasons) : ofDocument(file, read, reasons);
  } catch (error) {
    return { file, fault: error instanceof Error ? error.message : String(error) };
  }
}

function ofDocument(file: string, document: PlanDocument, reasons: ReadonlyMap<string, string>): Checked {
  const { open, kept } = checkDocument(document, context, reasons);
  return {
    file,
    title: document.title,
    tables: document.tables.length,
    open: open.map(told),
    kept: kept.map(({ finding, reason }) => ({ finding: told(finding), reason })),
  };
}

function ofPlan(file: string, facts: PlanFacts, reasons: ReadonlyMap<string, string>): Checked {
  const check = checkPlan(facts);
  const all = check.open.map((one) => ({ finding: toldOfPlan(one, facts), reason: reasonFor(one, reasons) }));
  const before = check.kept.map(({ finding, dismissal }) => ({
    finding: toldOfPlan(finding, facts),
    reason: dismissal.reason,
  }));
  return {
    file,
    title: facts.plan.title,
    tables: 1,
    open: all.filter(({ reason }) => reason === '').map(({ finding }) => finding),
    kept: [...before, ...all.filter(({ reason }) => reason !== '')],
  };
}

/** Below a floor of the law no reason counts. */
function reasonFor({ id, dismissible }: Finding, reasons: ReadonlyMap<string, string>): string {
  return dismissible ? (reasons.get(id)?.trim() ?? '') : '';
}

/** Where a finding quotes nothing, its rows are its places. */
function placesOf({ evidence, rows }: Finding, { plan }: PlanFacts): ReportedFinding['places'] {
  if (evidence.length > 0) return evidence;
  return plan.rows.filter(({ id }) => rows.includes(id)).map(({ no, name }) => ({ place: `任务${no}`, text: name }));
}

function toldOfPlan(finding: Finding, facts: PlanFacts): ReportedFinding {
  const { remedies, mends } = finding;
  // Where a button does it, its words say it better.
  const ways = remedies.length > 0 ? remedies.map(({ text }) => text) : mends;
  return told({ ...finding, places: placesOf(finding, facts), mends: ways });
}

function told(finding: Omit<ReportedFinding, 'title' | 'source'>): ReportedFinding {
  const { id, rule, severity, verdict, detail, places, mends } = finding;
  const { title } = ruleOf(rule);
  const quotes = places.map(({ place, text }) => ({ place, text }));
  return { id, rule, title, source: sourceText(ruleOf(rule)), severity, verdict, detail, places: quotes, mends };
}
