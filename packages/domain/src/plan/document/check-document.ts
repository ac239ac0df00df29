import type { PlanDocument } from './document.ts';
import type { DocumentContext, DocumentFinding, DocumentRule } from './rule.ts';
import * as annex from './rules-annex.ts';
import * as draw from './rules-draw.ts';
import * as duty from './rules-duty.ts';
import * as form from './rules-form.ts';
import * as law from './rules-law.ts';
import { partnerMissing } from './rules-partner.ts';
import { restricted } from './rules-restricted.ts';
import * as row from './rules-row.ts';
import * as sum from './rules-sum.ts';
import * as word from './rules-word.ts';

type Entry = readonly [DocumentRule['severity'], string, string, DocumentRule['check']];

const entries: readonly Entry[] = [
  ['must', '一行两个比例', 'LZ 1–2', row.twoRatios],
  ['must', '单元格错栏', 'LZ 1', row.displacedCell],
  ['check', '频次：恰好与至少', 'LZ 3', annex.frequencyDiffers],
  ['must', '比例两处不一', 'LZ 1', annex.ratioDiffers],
  ['must', '重点与一般不一', 'LZ 4', annex.categoryDiffers],
  ['check', '对象两处宽窄不一', 'LZ 5', annex.objectDiffers],
  ['check', '范围比事项宽', 'ZZ c, LZ 5', row.scopeWider],
  ['check', '配合部门文表不一', 'LZ 6', partnerMissing],
  ['check', '比例底数没有写明', 'LZ 7', draw.baseUndefined],
  ['check', '实施层级不一', 'LZ 8', annex.tierDiffers],
  ['check', '依据不是现行版本', 'LZ 9', law.supersededLaw],
  ['must', '合计不等于各项之和', 'ZZ-04, LS-11', sum.sumsWrong],
  ['check', '占比与数字不符', 'LS-12', sum.sharesWrong],
  ['must', '同一数字两处不一', 'LS-11', sum.amountsDiffer],
  ['must', '频次、不重复与计划表相互矛盾', 'ZZ a', draw.frequencyUnreachable],
  ['check', '抽查时间早于印发日', 'ZZ b', row.windowBeforeIssue],
  ['check', '抽查方式文表不一', 'ZZ e', draw.oneSelectionKind],
  ['must', '期限：工作日与自然日', 'YS a', duty.daysDiffer],
  ['check', '责任人两处不一', 'YS d', duty.actorDiffers],
  ['check', '没有写明公开期限', 'GX', duty.problemWithoutDays],
  ['check', '没有比例和家数', 'YS c', draw.nothingCounted],
  ['check', '内容超出范围', 'YS b', form.contentBeyondScope],
  ['check', '重点企业不够抽', 'GX', draw.keyPoolExhausted],
  ['check', '名单列全，没有可抽的', 'LS', draw.nothingToDraw],
  ['check', '附件缺失', 'LS-14', form.annexMissing],
  ['check', '没有成文日期', 'LS', draw.noIssueDate],
  ['check', '变相检查', 'N-18', restricted('disguised')],
  ['check', '网格员检查', 'N-18', restricted('gridWorkers')],
  ['check', '专家独立检查', 'N-20', restricted('experts')],
  ['check', '考核与检查挂钩', 'N-18', restricted('counts')],
  ['wording', '对象说法不一', 'LZ 10', word.subjectTermsMixed],
  ['wording', '错别字', 'LZ 10, ZZ f, GX', word.misspelt],
  ['wording', '文件名称差一字', 'LS', law.titlesDiffer],
  ['wording', '标题序号', 'ZZ f, LS', form.headingsBroken],
  ['wording', '话没有说完', 'LZ 10, GX', word.unfinished],
  ['wording', '夹有外文', 'YS e', word.foreignWord],
  ['wording', '附件没有标号', 'LZ 10', form.annexUnlabelled],
  ['check', '任务所写行业没有安排', 'LS', form.industryUnarranged],
];

/** Every rule, numbered for good: a rule that is dropped leaves its number unused. */
export const documentRules: readonly DocumentRule[] = entries.map(([severity, title, source, check], index) => ({
  id: `C-${String(index + 1).padStart(2, '0')}`,
  severity,
  title,
  source,
  check,
}));

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
