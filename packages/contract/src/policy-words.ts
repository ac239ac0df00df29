import type {
  DayCount,
  DisclosureChannel,
  FrequencyCapRule,
  FrequencyRule,
  PolicyKey,
  PolicyLayer,
  PolicyValues,
  PriorityRule,
  ReserveSize,
  StartEvent,
  Terms,
} from '@mingchou/domain';
import { inTerms, occurrenceTitles, percentOf, phraseOf, roundingTerms, selectionTerms } from '@mingchou/domain';
import { roleTitles } from './account.ts';

/** What each key of 本局规则 is called on screen. */
export const policyKeyTitles: Readonly<Record<PolicyKey, string>> = {
  'disclosure.normal.deadline': '公示期限',
  'disclosure.normal.startEvent': '公示期限起算',
  'disclosure.problem.deadline': '有问题的公示期限',
  'disclosure.channels': '公示渠道',
  'disclosure.publisher': '谁来公示',
  'draw.platform': '在哪里抽取',
  'draw.operatorRole': '谁来抽取',
  'draw.type': '抽查类型',
  'draw.sources': '随机数来源',
  'draw.reserve': '候补名额',
  'draw.sealing': '封存抽签',
  'ratio.rule': '抽查比例',
  'ratio.base': '比例的底数',
  'ratio.rounding': '比例取整',
  'ratio.ordinaryCeiling': '一般检查事项比例上限',
  'quota.joint': '部门联合抽查占比',
  'quota.keySharePerDraw': '每次抽取重点企业占比',
  'target.count': '全年抽取家数',
  'frequency.perObject': '抽查频次',
  'coverage.key': '重点全覆盖',
  'priority.rules': '建议列为重点',
  'registry.approval': '名录变动的批准',
  'exclusion.rule': '抽过的怎么办',
  'exclusion.openTask': '别的任务还没办结的',
  'frequency.cap': '检查频次上限',
  'team.minInspectors': '每次最少执法人员',
  'inspector.eligibility': '执法人员资格',
  'recusal.decider': '回避由谁决定',
  'recusal.covers': '回避适用于',
  'legalReview.scope': '法制审核范围',
  'archive.handover': '归档移交',
  'deadline.ownTasks': '本级任务完成期限',
  'deadline.rollOver': '末日遇休息日',
  'result.categories': '检查结果分类',
  sectors: '行业类别',
  terms: '本局用语',
  'plan.genre': '计划体例',
  'plan.governmentApproval': '报同级政府批准',
  'plan.filing': '报上级备案',
  'budget.kinds': '工作日项目',
  'budget.enforcementShare': '执法人员占在册人员',
  'budget.keyShare': '重点检查占监督检查工作日',
};

export const policyLayerTitles: Readonly<Record<PolicyLayer, string>> = {
  default: '默认',
  law: '国家',
  province: '省级',
  bureau: '本局',
  task: '任务',
};

export const startEventTitles: Readonly<Record<StartEvent, string>> = {
  'inspection-finished': '检查结束',
  'result-produced': '检查结果产生',
  'information-formed': '信息形成',
};

export function dayCountText({ n, unit }: DayCount): string {
  return unit === 'workday' ? `${n}个工作日` : `${n}日（自然日）`;
}

type Words = { readonly [K in PolicyKey]: (value: PolicyValues[K]) => string };

const none = '没有规定';
const publishers = {
  enforcer: '谁执法谁公示',
  inspector: '检查人员',
  section: '承办{section}',
  'legal-section': '{legalSection}',
};
const exclusions = {
  none: '可以再抽',
  'drawn-in-round': '同一轮次内抽过的不再抽',
  'drawn-in-year': '当年不再抽',
  'frequency-reached': '达到频次的当年不再抽',
  'avoid-repeats': '避免重复检查',
};
const ratioBaseTitles = {
  'sector-registry': '名录库中的本类企业',
  registry: '名录库全部',
  plan: '计划内',
  'enforcement-plan': '执法计划内',
  'whole-year': '全年',
  'supervision-plan': '年度监督检查计划',
  'ordinary-units': '一般检查单位',
};
const reviewSteps = {
  plan: '计划',
  draw: '抽取',
  record: '检查记录',
  penalty: '处罚',
  disclosure: '公示',
  'major-decision': '重大行政执法决定',
};
const genres = {
  'item-list-and-two-plans': '事项清单加内部、联合两张计划表',
  'eight-column-table': '8列计划表',
  'ten-column-table': '10列联合抽查计划表',
  'eleven-column-table': '11列计划表',
  procedure: '实施方案',
  'standing-rule': '工作制度',
  'workday-budget': '工作日测算加三张附表',
};

const words: Words = {
  'disclosure.normal.deadline': dayCountText,
  'disclosure.normal.startEvent': (value) => `${startEventTitles[value]}的次日为第1日`,
  'disclosure.problem.deadline': (value) =>
    value.kind === 'same-as-normal'
      ? '与没有问题的相同'
      : value.length === null
        ? '处理后公示，没有写期限'
        : `处理后${dayCountText(value.length)}`,
  'disclosure.channels': (value) => value.map(channelText).join('；'),
  'disclosure.publisher': (value) => publishers[value],
  'draw.platform': (value) =>
    ({ own: '本局', external: value.kind === 'external' ? value.name : '', either: '本局或上级平台' })[value.kind],
  'draw.operatorRole': (value) => roleTitles[value],
  'draw.type': (value) => value.map((kind) => selectionTerms[kind]).join('、'),
  'draw.sources': (value) => `骰子${value.diceDigits}位，见证人${value.witnesses}名`,
  'draw.reserve': reserveText,
  'draw.sealing': ({ selections, unsealWithin }) =>
    selections.length === 0
      ? '不得封存'
      : `${selections.map((kind) => selectionTerms[kind]).join('、')}可以封存，检查全部结束后${dayCountText(unsealWithin)}内开封`,
  'ratio.rule': (value) =>
    value.length === 0 ? none : value.map((promise) => `${promise.of}：${phraseOf(promise.ratio)}`).join('；'),
  'ratio.base': (value) => ratioBaseTitles[value],
  'ratio.rounding': (value) => roundingTerms[value],
  'ratio.ordinaryCeiling': (value) => (value === null ? none : `不超过${percentOf(value)}`),
  'quota.joint': (value) => (value === null ? none : `不低于${percentOf(value)}`),
  'quota.keySharePerDraw': (value) => (value === null ? none : `不低于${percentOf(value)}`),
  'target.count': (value) =>
    value.length === 0 ? none : value.map((target) => `${target.label}${target.count}家`).join('；'),
  'frequency.perObject': (value) => (value.length === 0 ? none : value.map(frequencyText).join('；')),
  'coverage.key': (value) =>
    ({ none, 'key-sectors': '重点行业每家每年都抽到', 'priority-subjects': '重点企业每家每年都抽到' })[value],
  'priority.rules': (value) => (value.length === 0 ? none : value.map(priorityRuleText).join('；')),
  'registry.approval': (value) =>
    ({ none: '不需批准', 'section-chiefs': '业务{section}的变动须经批准', everyone: '一切变动须经他人批准' })[value],
  'exclusion.rule': (value) => exclusions[value],
  'exclusion.openTask': (value) => ({ stay: '可以再抽', leave: '办结之前不再抽' })[value],
  'frequency.cap': (value) => (value.length === 0 ? none : value.map(capText).join('；')),
  'team.minInspectors': (value) => `${value}名`,
  'inspector.eligibility': (value) =>
    ['有效执法证件', value.employment === 'formal' ? '正式工作人员' : '', value.sectorMatch ? '行业资格相符' : '']
      .filter((part) => part !== '')
      .join('，'),
  'recusal.decider': (value) => (value === 'head' ? '行政机关负责人' : '{deputyDirector}'),
  'recusal.covers': (value) => value.map((who) => (who === 'inspector' ? '执法人员' : '随检专家')).join('、'),
  'legalReview.scope': (value) => value.map((step) => reviewSteps[step]).join('、'),
  'archive.handover': (value) => ({ none, 'legal-section': '报送{legalSection}备案', 'trace-kept': '痕迹管理' })[value],
  'deadline.ownTasks': (value) =>
    value.kind === 'month-day'
      ? `最晚${value.month}月${value.day}日`
      : value.kind === 'row-window'
        ? '按计划表各行时间'
        : '当年年底',
  'deadline.rollOver': (value) => (value ? '自然日期限顺延到下一个工作日' : '不顺延'),
  'result.categories': (value) => value.map((category) => `${category.code} ${category.label}`).join('；'),
  sectors: (value) =>
    value.length === 0 ? none : value.map((sector) => `${sector.label}${sector.key ? '（重点）' : ''}`).join('、'),
  terms: (value) =>
    [value.section, value.legalSection, value.sectionChief, value.subject, value.inspector, value.deputyDirector].join(
      '、',
    ),
  'budget.kinds': (value) => {
    const count = (side: string) => value.filter((kind) => kind.side === side).length;
    return `其他执法${count('otherEnforcement')}项，非执法${count('nonEnforcement')}项`;
  },
  'budget.enforcementShare': (value) => (value === null ? none : `低于${percentOf(value)}时提示`),
  'budget.keyShare': (value) => (value === null ? none : `低于${percentOf(value)}时提示`),
  'plan.genre': (value) => genres[value],
  'plan.governmentApproval': (value) => ({ needed: '需要，批准后才能公开和抽签', 'not-needed': '不需要' })[value],
  'plan.filing': (value) => {
    if (value === null) return '不需要';
    return value.within === null ? `报${value.with}` : `批准后${dayCountText(value.within)}内报${value.with}`;
  },
};

/** The value of a key in the words of an officer of the bureau. */
export function policyValueText<K extends PolicyKey>(key: K, value: PolicyValues[K], terms: Terms): string {
  return inTerms(words[key](value), terms);
}

function channelText({ label, deadline }: DisclosureChannel): string {
  return deadline === null ? label : `${label}（${dayCountText(deadline)}）`;
}

function reserveText(value: ReserveSize): string {
  if ('count' in value) return `${value.count}家`;
  return `抽取家数的${percentOf(value.ratio)}，${roundingTerms[value.rounding]}`;
}

/** 12个月内行政处罚2次 */
export function priorityRuleText({ kind, times, months }: PriorityRule): string {
  return `${months}个月内${occurrenceTitles[kind]}${times}次`;
}

function frequencyText({ counts, applies, operator, times }: FrequencyRule): string {
  const least = operator === '>=' ? `不少于${times}次` : `${times}次`;
  if (counts === 'draws-per-year') return `全年抽取${least}`;
  const whom = {
    all: '每家',
    'key-sectors': '重点行业每家',
    'priority-subjects': '重点企业每家',
    planned: '计划内每家',
  }[applies];
  return `${whom}全年${least}`;
}

function capText({ sectors, grade, times }: FrequencyCapRule): string {
  const which = sectors.length === 0 ? '每家' : sectors.join('、');
  return `${which}${grade === null ? '' : `${grade}级`}全年至多${times}次`;
}

/** The kinds of open work that a change of rules may touch. */
export const policyImpactTitles = {
  plan: '没有批准的计划',
  task: '还没有抽签的任务',
  draw: '准备中的抽签',
  inspection: '没有查完的检查',
  disclosure: '没有公示的结果',
} as const;
