import type { CalendarDate, Plan, PlanFacts } from '@mingchou/domain';
import {
  amendmentName,
  baseText,
  compareConstraints,
  countOf,
  isDecided,
  isJoint,
  objectsOf,
  publicityTerms,
  registryText,
  sheetsOf,
  shareText,
  totalsOf,
  windowText,
  resolvePolicy,
} from '@mingchou/domain';

export interface PaperBlock {
  readonly kind: 'heading' | 'text';
  readonly text: string;
}

export interface PaperAnnex {
  /** 附件, or 附件1, 附件2… where there are several. */
  readonly label: string;
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly lines: readonly (readonly string[])[];
  /** A long table of few columns stands upright; others lie across. */
  readonly upright?: boolean;
}

/** 版记, at the foot of the last page. */
export interface PaperImprint {
  /** 抄送; empty where nobody gets a copy. */
  readonly copies: string;
  readonly office: string;
  /** 2022年3月3日印发; empty until the day is known. */
  readonly printed: string;
}

/** The plan as an official paper. Word and PDF are set from this and say the same. */
export interface PlanPaper {
  readonly title: string;
  readonly head: string;
  readonly number: string;
  readonly addressees: string;
  readonly blocks: readonly PaperBlock[];
  /** 附件说明, one line each. */
  readonly annexList: readonly string[];
  readonly bureau: string;
  /** 成文日期; empty until it is known. */
  readonly date: string;
  readonly publicity: string;
  readonly annexes: readonly PaperAnnex[];
  /** Left out where the paper is an annex of another. */
  readonly imprint?: PaperImprint;
  /** Not approved: every page says 草稿. */
  readonly draft: boolean;
  readonly note: string;
}

export interface PaperSurroundings {
  readonly bureau: string;
  readonly demonstration: boolean;
}

/** 印发的计划 with its annexes, from what the plan is: no clock, the same plan gives the same words. */
export function planPaper(facts: PlanFacts & { readonly plan: Plan }, around: PaperSurroundings): PlanPaper {
  const { plan } = facts;
  const title = plan.title.startsWith(around.bureau) ? plan.title : `${around.bureau}${plan.title}`;
  const revised = plan.amendment === undefined ? '' : `（${amendmentName(plan)}）`;
  return frameOf(plan, around, { title: `${title}${revised}`, blocks: blocksOf(facts), annexes: annexesOf(facts) });
}

interface Matter {
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
  readonly annexes: readonly Omit<PaperAnnex, 'label'>[];
}

/** Everything of the paper that GB/T 9704 puts around its matter. */
export function frameOf(plan: Plan, around: PaperSurroundings, { title, blocks, annexes }: Matter): PlanPaper {
  return {
    title,
    head: `${around.bureau}文件`,
    number: plan.documentNo ?? '',
    addressees: plan.addressees === '' ? '' : `${plan.addressees.replace(/[:：]$/, '')}：`,
    blocks,
    annexList: annexes.map((annex, index) => (annexes.length === 1 ? annex.title : `${index + 1}.${annex.title}`)),
    bureau: around.bureau,
    date: plan.issuedOn === null ? '' : dateText(plan.issuedOn),
    publicity: plan.publicity === undefined ? '' : `（${publicityTerms[plan.publicity]}）`,
    annexes: annexes.map((annex, index) => ({
      label: annexes.length === 1 ? '附件' : `附件${index + 1}`,
      ...annex,
    })),
    imprint: imprintOf(plan, around.bureau),
    draft: !isDecided(plan),
    note: around.demonstration ? '演示数据' : '',
  };
}

function imprintOf({ imprint, issuedOn }: Plan, bureau: string): PaperImprint {
  const printed = imprint?.printedOn ?? issuedOn;
  const copies = imprint?.copies ?? '';
  return {
    copies: copies === '' ? '' : `抄送：${copies.replace(/[。；;、]$/, '')}。`,
    office: imprint === undefined || imprint.office === '' ? `${bureau}办公室` : imprint.office,
    printed: printed === null ? '' : `${dateText(printed)}印发`,
  };
}

export function annexesOf(facts: PlanFacts): readonly Omit<PaperAnnex, 'label'>[] {
  return sheetsOf(facts).map(({ title, columns, lines }) => ({
    title: `${facts.plan.year}年${title.replace(/^年度/, '度')}`,
    columns: columns.map((column) => ({ title: column.title, width: column.width })),
    lines,
  }));
}

function blocksOf(facts: PlanFacts): readonly PaperBlock[] {
  const { plan } = facts;
  const rests = plan.upstream.length === 0 ? '有关法律法规' : plan.upstream.map((one) => `《${one}》`).join('、');
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [`${resolvePolicy(facts.policy, 'terms').value.subject}底数`, [registryText(facts)]],
    ['抽查任务', [totalText(facts), ...plan.rows.map((row, index) => taskText(facts, row, index))]],
    ['有关要求', compareConstraints(facts).map((line, index) => `（${numeral(index + 1)}）${line.says}。`)],
  ];
  const written = parts.filter(([, texts]) => texts.length > 0);
  return [
    { kind: 'text', text: `根据${citations(rests)}，结合本局实际，制定本计划。` },
    ...written.flatMap(([heading, texts], index): PaperBlock[] => [
      { kind: 'heading', text: `${numeral(index + 1)}、${heading}` },
      ...texts.map((text): PaperBlock => ({ kind: 'text', text })),
    ]),
  ];
}

/** 国发〔2019〕5号 is a number and takes no title marks. */
function citations(text: string): string {
  return text.replace(/《([^《》]*〔\d{4}〕[^《》]*)》/g, '$1');
}

function totalText(facts: PlanFacts): string {
  const { count, registry, rows } = totalsOf(facts);
  const joint = facts.plan.rows.filter(isJoint);
  const jointly = joint.reduce((total, row) => total + countOf(row, facts.baseCounts), 0);
  const together = joint.length === 0 ? '' : `其中部门联合抽查${joint.length}项，抽取${jointly}家。`;
  return `全年安排抽查任务${rows}项，抽取${count}家，占名录库的${shareText(count, registry, 1)}。${together}`;
}

function taskText(facts: PlanFacts, row: PlanFacts['plan']['rows'][number], index: number): string {
  const base = row.base === null ? baseText(row, facts.policy, facts.baseCounts) : `${row.base}家`;
  const partners = row.partners.length === 0 ? '' : `，由${row.partners.join('、')}配合`;
  const count = countOf(row, facts.baseCounts);
  return `（${numeral(index + 1)}）${objectsOf(row)}。底数${base}，抽取${count}家，${windowText(row.window)}进行，由${row.initiator}发起${partners}。`;
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一 … 九百九十九, as official papers number their parts. */
export function numeral(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const head = hundreds === 0 ? '' : `${digits[hundreds]}百`;
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? '零' : '';
  const ten = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`;
  return `${head}${gap}${ten}${digits[ones]}`;
}

export function dateText(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
