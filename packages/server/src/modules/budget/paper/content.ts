import {
  type ApprovedEdition,
  type Budget,
  type BudgetContent,
  type BudgetRules,
  type CalendarDate,
  checkBudget,
  dateOf,
  daySideTerms,
  daysWords,
  type KeptBudgetFinding,
  reckon,
  type Reckoning,
  settleBudget,
  shareWords,
  unitClassTerms,
} from '@mingchou/domain';
import type { OfficialPaper } from '../ports.ts';

/** One edition of a budget, approved or not, as its paper is set. */
export interface PrintedEdition {
  readonly edition: number;
  readonly content: BudgetContent;
  readonly kept: readonly KeptBudgetFinding[];
  /** Null for a draft: every page says so. */
  readonly approved: ApprovedEdition['approved'] | null;
}

/** The edition that is asked for: the budget as it stands, or one approved before. */
export function editionOf(budget: Budget, edition: number | undefined): PrintedEdition | undefined {
  if (edition === undefined || edition === budget.edition) {
    return { ...budget, approved: budget.status === 'approved' ? budget.approved : null };
  }
  return budget.editions?.find((one) => one.edition === edition);
}

/** 执法工作日测算 as an official paper: no clock, the same edition gives the same words. */
export function budgetPaper(
  { content, kept, approved }: PrintedEdition,
  rules: BudgetRules,
  around: { readonly bureau: string; readonly demonstration: boolean },
): OfficialPaper {
  const reckoning = reckon(content, rules);
  const title = content.title.startsWith(around.bureau) ? content.title : `${around.bureau}${content.title}`;
  const standing = settleBudget(checkBudget(content, rules), kept).kept;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['执法人员和总法定工作日', peopleText(content, reckoning, rules)],
    ['监督检查工作日', differenceText(content, reckoning)],
    ['监督检查工作日的分配', sharesText(content, reckoning, rules)],
    ['保留的事项', standing.map(({ verdict, reason }) => `${verdict}：${sentence(reason)}`)],
  ];
  const table = `${rules.year}年执法工作日测算表`;
  return {
    title: /测算表?$/.test(title) ? title : `${title}执法工作日测算`,
    head: `${around.bureau}文件`,
    number: content.source !== null && content.source.includes('〔') ? content.source : '',
    addressees: '',
    blocks: parts
      .filter(([, texts]) => texts.length > 0)
      .flatMap(([heading, texts], at) => [
        { kind: 'heading' as const, text: `${'一二三四'[at] ?? ''}、${heading}` },
        ...texts.map((text) => ({ kind: 'text' as const, text })),
      ]),
    annexList: [table],
    bureau: around.bureau,
    date: approved === null ? '' : dateText(dateOf(approved.at)),
    publicity: '',
    annexes: [
      { label: '附件', title: table, columns: tableColumns, lines: linesOf(content, reckoning), upright: true },
    ],
    draft: approved === null,
    note: around.demonstration ? '演示数据' : '',
  };
}

/** A figure as written, and the sum where it says something else. */
function beside(written: number | null, sum: number): string {
  return written === null || written === sum ? String(sum) : `${written}（复算${sum}）`;
}

function peopleText(content: BudgetContent, reckoning: Reckoning, { year, calendar }: BudgetRules): readonly string[] {
  const { heads, legalWorkdays, total } = reckoning;
  const posts = content.people.map(({ kind, count }) => `${kind}${count}人`).join('、');
  const notices = calendar.notices.map((notice) => `《${notice.title}》`).join('、');
  const from = legalWorkdays === calendar.days && notices !== '' ? `（依据${notices}）` : '';
  const roster = content.onRoster === null ? '' : `，在册人员${content.onRoster}人`;
  return [
    `行政执法人员${heads}人${posts === '' ? '' : `（${posts}）`}${roster}。`,
    `${year}年每人法定工作日${legalWorkdays}日${from}。总法定工作日：${legalWorkdays}日×${heads}人＝${beside(content.totalDays, total)}日。`,
  ];
}

function differenceText({ groups, supervisionDays }: BudgetContent, reckoning: Reckoning): readonly string[] {
  const [first, second] = reckoning.groups;
  const names = reckoning.groups.map(({ side }) => daySideTerms[side]).join('−');
  const sums = groups.map((group, at) => beside(group.total, (at === 0 ? first : second).sum)).join('−');
  return [
    `监督检查工作日＝总法定工作日−${names}。`,
    `${reckoning.total}−${sums}＝${beside(supervisionDays, reckoning.supervision).replace('-', '−')}日。`,
  ];
}

function sharesText(content: BudgetContent, reckoning: Reckoning, { team }: BudgetRules): readonly string[] {
  const classes = content.classes.flatMap((one, at) => {
    const { share, perVisit } = reckoning.classes[at === 0 ? 0 : 1];
    if (one.units === null && one.days === null) return [];
    const parts = one.parts === '' ? '' : `（${one.parts}）`;
    const each =
      perVisit === null ? '' : `，平均每家${daysWords(perVisit)}人日，即${team}人×${daysWords(perVisit / team)}天`;
    const mark = `（${'一二'[at] ?? ''}）`;
    return [
      `${mark}${unitClassTerms[one.key]}${one.units ?? 0}家${parts}，${one.days ?? 0}日，占${shareWords(share)}${each}。`,
    ];
  });
  const { slack } = reckoning;
  if (slack > 0) return [...classes, `（三）留${slack}日用于整改复查和临时任务。`];
  return slack < 0 ? [...classes, `以上共分配${reckoning.allocated}日，多${-slack}日。`] : classes;
}

const tableColumns = [
  { title: '类别', width: 30 },
  { title: '项目', width: 50 },
  { title: '工作日（人日）', width: 20 },
];

function linesOf(content: BudgetContent, reckoning: Reckoning): readonly (readonly string[])[] {
  const groups = content.groups.flatMap((group, at) => {
    const { sum } = reckoning.groups[at === 0 ? 0 : 1];
    const name = daySideTerms[group.heading];
    const mark = group.place === name ? '' : group.place;
    return [
      ...group.items.map((item, place) => [place === 0 ? `${mark}${name}` : '', item.name, String(item.days)]),
      [group.items.length === 0 ? `${mark}${name}` : '', '合计', beside(group.total, sum)],
    ];
  });
  const classes = content.classes.map((one, at) => [
    at === 0 ? '监督检查工作日' : '',
    `${unitClassTerms[one.key]}${one.units ?? 0}家，占${shareWords(reckoning.classes[at === 0 ? 0 : 1].share)}`,
    String(one.days ?? 0),
  ]);
  const slack = reckoning.slack > 0 ? [['', '留作整改复查', String(reckoning.slack)]] : [];
  return [
    ['总法定工作日', `${reckoning.legalWorkdays}日×${reckoning.heads}人`, beside(content.totalDays, reckoning.total)],
    ...groups,
    ...classes,
    ...slack,
    ['', '监督检查合计', beside(content.supervisionDays, reckoning.supervision)],
  ];
}

function sentence(text: string): string {
  return /[。！？]$/.test(text) ? text : `${text}。`;
}

function dateText(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
