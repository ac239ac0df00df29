import type { PlanRowId } from '../id.ts';
import { phraseOf, resolvePolicy } from '../policy/index.ts';
import type { PolicyProfile } from '../policy/index.ts';
import type { BaseCount } from './facts.ts';
import { baseOf, countOf } from './facts.ts';
import { originTerms, particularsOf } from './particulars.ts';
import type { Plan, PlanRow } from './plan.ts';
import { publicityTerms, selectionTerms } from './plan.ts';
import { dayText, windowText } from './words.ts';

/** One cell that reads differently. */
export interface FieldDifference {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export interface RowDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly rowId: PlanRowId;
  readonly no: number;
  readonly name: string;
  readonly fields: readonly FieldDifference[];
  /** The whole of it in one sentence. */
  readonly sentence: string;
}

/** What is different between two versions of a plan: the head of the paper, and task by task. */
export interface PlanDifference {
  readonly head: readonly FieldDifference[];
  readonly rows: readonly RowDifference[];
  readonly totals: { readonly from: number; readonly to: number };
}

export interface DifferenceFacts {
  readonly policy: PolicyProfile;
  readonly baseCounts: readonly BaseCount[];
}

/** Compares two versions in the words of the table; rows are the same where they have the same id, whatever their number. */
export function planDifference(before: Plan, after: Plan, facts: DifferenceFacts): PlanDifference {
  const cells = (row: PlanRow) => cellsOf(row, facts);
  const removed = before.rows
    .filter((row) => !after.rows.some(({ id }) => id === row.id))
    .map((row) => rowDifference('removed', row, differing(cells(row), null), facts));
  const others = after.rows.flatMap((row): RowDifference[] => {
    const former = before.rows.find(({ id }) => id === row.id);
    if (former === undefined) return [rowDifference('added', row, differing(null, cells(row)), facts)];
    const fields = differing(cells(former), cells(row));
    return fields.length === 0 ? [] : [rowDifference('changed', row, fields, facts)];
  });
  const total = (plan: Plan) => plan.rows.reduce((sum, row) => sum + countOf(row, facts.baseCounts), 0);
  return {
    head: differing(headCells(before), headCells(after)),
    rows: [...removed, ...others].toSorted((a, b) => a.no - b.no),
    totals: { from: total(before), to: total(after) },
  };
}

/** Whether two versions order the same. The head of the paper is another matter: it has its own number and day. */
export function ordersTheSame(before: Plan, after: Plan, facts: DifferenceFacts): boolean {
  return planDifference(before, after, facts).rows.length === 0;
}

type Cells = readonly (readonly [field: string, text: string])[];

function differing(before: Cells | null, after: Cells | null): readonly FieldDifference[] {
  const fields = (before ?? after ?? []).map(([field]) => field);
  const textIn = (cells: Cells | null, field: string) => cells?.find(([name]) => name === field)?.[1] ?? '';
  return fields
    .map((field) => ({ field, from: textIn(before, field), to: textIn(after, field) }))
    .filter(({ from, to }) => from !== to);
}

function headCells(plan: Plan): Cells {
  return [
    ['标题', plan.title],
    ['文号', plan.documentNo ?? ''],
    ['印发日期', plan.issuedOn === null ? '' : `${plan.issuedOn.slice(0, 4)}年${dayText(plan.issuedOn)}`],
    ['主送', plan.addressees],
    ['公开属性', plan.publicity === undefined ? '' : publicityTerms[plan.publicity]],
    ['抄送', plan.imprint?.copies ?? ''],
    ['依据的上级文件', plan.upstream.join('、')],
  ];
}

const levelTerms = { all: '全部', priority: '重点', ordinary: '一般' } as const;

function cellsOf(row: PlanRow, { policy, baseCounts }: DifferenceFacts): Cells {
  const more = particularsOf(row);
  const labels = resolvePolicy(policy, 'sectors').value.filter(({ code }) => row.sectors.includes(code));
  return [
    ['抽查任务', row.name],
    ['抽查类型', selectionTerms[row.selection]],
    ['抽查事项', row.items.map(({ title }) => title).join('；')],
    ['抽查对象范围', row.scope],
    ['行业类别', labels.map(({ label }) => label).join('、')],
    ['对象级别', levelTerms[row.level]],
    ['抽查比例', phraseOf(row.ratio)],
    ['底数', `${baseOf(row, baseCounts)}家`],
    ['抽取家数', `${countOf(row, baseCounts)}家`],
    ['轮次', `${row.rounds}轮`],
    ['抽查时间', windowWithDays(row)],
    ['发起部门', row.initiator],
    ['配合部门', row.partners.join('、')],
    ['抽查领域', more.field],
    ['任务来源', originTerms[more.origin]],
    ['牵头内设机构', more.section],
    ['参与内设机构', more.joinSections.join('、')],
    ['检查主体', more.bodies.join('、')],
    ['信用风险分类要求', more.creditRequirement],
    ['抽查检查模式', more.mode],
    ['年度检查上限', more.cap === null ? '' : `${more.cap}次`],
  ];
}

function windowWithDays({ window }: PlanRow): string {
  return windowText(window).includes('日') ? `${dayText(window.from)}至${dayText(window.to)}` : windowText(window);
}

function rowDifference(
  kind: RowDifference['kind'],
  row: PlanRow,
  fields: readonly FieldDifference[],
  { baseCounts }: DifferenceFacts,
): RowDifference {
  const { id: rowId, no, name } = row;
  const said = `任务${no}「${name}」`;
  const sentence = {
    added: `增加${said}：抽取${countOf(row, baseCounts)}家，${windowWithDays(row)}进行。`,
    removed: `删去${said}，原定抽取${countOf(row, baseCounts)}家。`,
    changed: `${said}：${fields.map(changeText).join('，')}。`,
  }[kind];
  return { kind, rowId, no, name, fields, sentence };
}

function changeText({ field, from, to }: FieldDifference): string {
  if (from === '') return `增写${field}「${to}」`;
  return to === '' ? `删去${field}「${from}」` : `${field}由「${from}」改为「${to}」`;
}
