import type { Plan, PlanDifference, PlanFacts } from '@mingchou/domain';
import { isDecided, planDifference, totalsOf } from '@mingchou/domain';
import {
  annexesOf,
  dateText,
  frameOf,
  numeral,
  type PaperAnnex,
  type PaperBlock,
  type PaperSurroundings,
  type PlanPaper,
} from './content.ts';

/** 关于调整…的通知: what an amendment changes and why, with the cells before and after and the whole table as annexes. */
export function amendmentPaper(
  facts: PlanFacts & { readonly plan: Plan },
  former: Plan,
  around: PaperSurroundings,
): PlanPaper {
  const { plan } = facts;
  const difference = planDifference(former, plan, facts);
  const name = `《${former.title}》`;
  return frameOf(plan, around, {
    title: `${around.bureau}关于调整${name}的通知`,
    blocks: [opening(plan, former), ...changesOf(difference), ...sums(facts, difference), ...closing(plan, former)],
    annexes: [comparisonOf(difference, plan.year), ...annexesOf(facts)],
  });
}

function opening(plan: Plan, former: Plan): PaperBlock {
  const number = former.documentNo === null ? '' : `（${former.documentNo}）`;
  const reason = (plan.amendment?.reason ?? '').replace(/[。；;]$/, '');
  const government = isDecided(plan) ? plan.government : undefined;
  const approved = government === undefined ? '经研究' : `经${government.sent.to}批准（${government.documentNo}）`;
  return { kind: 'text', text: `因${reason}，${approved}，决定对《${former.title}》${number}作如下调整。` };
}

function changesOf({ rows }: PlanDifference): readonly PaperBlock[] {
  const told = rows.map(({ sentence }) => inPaper(sentence));
  return [
    { kind: 'heading', text: '一、调整的内容' },
    ...told.map((text, index): PaperBlock => ({ kind: 'text', text: `（${numeral(index + 1)}）${text}` })),
  ];
}

/** Papers quote with “ ” and know a task by its name: its number there is its place in the annex. */
function inPaper(sentence: string): string {
  return sentence
    .replace(/任务\d+/, '抽查任务')
    .replaceAll('「', '“')
    .replaceAll('」', '”');
}

function sums(facts: PlanFacts, { totals }: PlanDifference): readonly PaperBlock[] {
  const { rows } = totalsOf(facts);
  const text =
    totals.from === totals.to
      ? `调整后全年安排抽查任务${rows}项，抽取${totals.to}家，家数不变。`
      : `调整后全年安排抽查任务${rows}项，抽取家数由${totals.from}家调整为${totals.to}家。`;
  return [
    { kind: 'heading', text: '二、调整后的安排' },
    { kind: 'text', text },
  ];
}

function closing(plan: Plan, former: Plan): readonly PaperBlock[] {
  const from = plan.amendment === undefined ? '印发之日' : dateText(plan.amendment.effectiveOn);
  return [
    { kind: 'heading', text: '三、施行' },
    {
      kind: 'text',
      text: `本通知自${from}起施行。此前已经抽签的任务，按抽签时的安排办理；没有调整的内容，仍按《${former.title}》执行。`,
    },
  ];
}

/** 调整前后对照表: one line a cell. */
function comparisonOf({ rows }: PlanDifference, year: number): Omit<PaperAnnex, 'label'> {
  const columns = [
    { title: '序号', width: 6 },
    { title: '抽查任务', width: 26 },
    { title: '项目', width: 12 },
    { title: '调整前', width: 28 },
    { title: '调整后', width: 28 },
  ];
  const lines = rows.flatMap((row, place) => {
    const task = [`${place + 1}`, row.name] as const;
    const said = row.sentence.replace(/。$/, '');
    if (row.kind === 'added') return [[...task, '整项任务', '—', said.replace(/^.*?」：/, '增加，')]];
    if (row.kind === 'removed') return [[...task, '整项任务', said.replace(/^.*?」，/, ''), '删去']];
    return row.fields.map(({ field, from, to }, index) => [
      ...(index === 0 ? task : (['', ''] as const)),
      field,
      from === '' ? '—' : from,
      to === '' ? '—' : to,
    ]);
  });
  return { title: `${year}年度抽查计划调整前后对照表`, columns, lines };
}
