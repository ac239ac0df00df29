import { planRules } from '../rule-list.ts';
import type { PlanDocument } from './document.ts';
import type { DocumentContext, DocumentFinding, DocumentRule } from './rule.ts';
import * as amount from './rules-amount.ts';
import * as annex from './rules-annex.ts';
import * as budget from './rules-budget.ts';
import * as draw from './rules-draw.ts';
import * as duty from './rules-duty.ts';
import * as form from './rules-form.ts';
import { headingBesideBody } from './rules-heading.ts';
import * as law from './rules-law.ts';
import { partnerMissing } from './rules-partner.ts';
import { restricted } from './rules-restricted.ts';
import * as row from './rules-row.ts';
import * as sum from './rules-sum.ts';
import { twoNamesOfUnits } from './rules-unit.ts';
import * as word from './rules-word.ts';

/** What looks for each class in a written document; a class without one is looked for in a plan's facts alone. */
const checks: Readonly<Record<string, DocumentRule['check']>> = {
  'C-01': row.twoRatios,
  'C-02': row.displacedCell,
  'C-03': annex.frequencyDiffers,
  'C-04': annex.ratioDiffers,
  'C-05': annex.categoryDiffers,
  'C-06': annex.objectDiffers,
  'C-07': row.scopeWider,
  'C-08': partnerMissing,
  'C-09': draw.baseUndefined,
  'C-10': annex.tierDiffers,
  'C-11': law.supersededLaw,
  'C-12': sum.sumsWrong,
  'C-13': amount.sharesWrong,
  'C-14': amount.amountsDiffer,
  'C-15': draw.frequencyUnreachable,
  'C-16': row.windowBeforeIssue,
  'C-17': draw.oneSelectionKind,
  'C-18': duty.daysDiffer,
  'C-19': duty.actorDiffers,
  'C-20': duty.problemWithoutDays,
  'C-21': draw.nothingCounted,
  'C-22': form.contentBeyondScope,
  'C-23': draw.keyPoolExhausted,
  'C-24': draw.nothingToDraw,
  'C-25': form.annexMissing,
  'C-26': draw.noIssueDate,
  'C-27': restricted('disguised'),
  'C-28': restricted('gridWorkers'),
  'C-29': restricted('experts'),
  'C-30': restricted('counts'),
  'C-31': word.subjectTermsMixed,
  'C-32': word.misspelt,
  'C-33': law.titlesDiffer,
  'C-34': form.headingsBroken,
  'C-35': word.unfinished,
  'C-36': word.foreignWord,
  'C-37': form.annexUnlabelled,
  'C-38': form.industryUnarranged,
  'C-39': row.ratioTwice,
  'C-40': duty.channelsDiffer,
  'C-41': headingBesideBody,
  'C-42': restricted('transferred'),
  'C-43': restricted('renamed'),
  'C-44': twoNamesOfUnits,
  'C-45': budget.sumsCarriedOn,
  'C-46': budget.daysSwapped,
  'C-47': budget.kindsMissing,
  'C-48': budget.nothingKeptBack,
  'C-49': budget.yearOfWorkdays,
  'C-50': annex.itemsOfList,
  'C-51': row.ratioTooLarge,
};

/** Every rule that reads documents, in the order of the numbers. */
export const documentRules: readonly DocumentRule[] = planRules.flatMap((rule) => {
  const check = checks[rule.id];
  return check === undefined ? [] : [{ ...rule, check }];
});

/** A finding that someone keeps, with the reason. */
export interface KeptInDocument {
  readonly finding: DocumentFinding;
  readonly reason: string;
}

export interface DocumentCheck {
  readonly open: readonly DocumentFinding[];
  readonly kept: readonly KeptInDocument[];
}

const order = ['must', 'check', 'wording'] as const;

/** Holds a document against every rule; most serious first. A finding is kept by its id with a reason that says something. */
export function checkDocument(
  document: PlanDocument,
  context: DocumentContext,
  reasons: ReadonlyMap<string, string> = new Map(),
): DocumentCheck {
  const found = documentRules.flatMap((rule) =>
    rule
      .check(document, context)
      .map((one) => ({ ...one, id: `${rule.id}:${one.about}`, rule: rule.id, severity: rule.severity })),
  );
  const once = found.filter((one, index) => found.findIndex((other) => other.id === one.id) === index);
  const sorted = order.flatMap((severity) => once.filter((one) => one.severity === severity));
  const reasonOf = (one: DocumentFinding) => reasons.get(one.id)?.trim() ?? '';
  return {
    open: sorted.filter((one) => reasonOf(one) === ''),
    kept: sorted.flatMap((finding) => (reasonOf(finding) === '' ? [] : [{ finding, reason: reasonOf(finding) }])),
  };
}
