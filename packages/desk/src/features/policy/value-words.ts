import { policyValueSchemas, policyValueText, roleTitles } from '@mingchou/contract';
import {
  inTerms,
  occurrenceTitles,
  policyKeys,
  type PolicyKey,
  roundingTerms,
  selectionTerms,
  type Terms,
} from '@mingchou/domain';

const members: Readonly<Record<string, string>> = {
  n: '数',
  d: '分母',
  unit: '单位',
  kind: '种类',
  length: '期限',
  code: '代码',
  label: '名称',
  short: '简称',
  key: '重点行业',
  deadline: '自己的期限',
  place: '期限所在条款',
  name: '平台名称',
  diceDigits: '骰子位数',
  witnesses: '见证人数',
  allowed: '允许的来源',
  count: '家数',
  ratio: '比例',
  rounding: '取整',
  selections: '可以封存的抽查类型',
  unsealWithin: '开封期限',
  of: '适用于',
  operator: '写法',
  base: '底数',
  value: '数值',
  frequency: '频次',
  times: '次数',
  per: '每',
  counts: '计算',
  applies: '适用于',
  months: '几个月内',
  sectors: '行业类别代码',
  grade: '等级',
  certificate: '有效执法证件',
  employment: '人员身份',
  sectorMatch: '行业资格相符',
  month: '月',
  day: '日',
  finding: '算发现问题',
  side: '执法或非执法',
  words: '写法',
  section: '内设机构统称',
  legalSection: '法制机构',
  sectionChief: '内设机构负责人',
  subject: '被检查单位的叫法',
  inspector: '执法人员',
  deputyDirector: '分管的局领导',
  with: '报送机关',
  within: '期限',
};

const options: Readonly<Record<string, string>> = {
  otherEnforcement: '其他执法',
  nonEnforcement: '非执法',
  ...selectionTerms,
  ...roundingTerms,
  ...occurrenceTitles,
  ...roleTitles,
  workday: '工作日',
  calendar: '自然日',
  'same-as-normal': '与没有问题的相同',
  'after-disposal': '处理后另计',
  own: '本局',
  external: '别的平台',
  either: '都可以',
  year: '年',
  'half-year': '半年',
  quarter: '季度',
  month: '月',
  '=': '正好',
  '>=': '不低于',
  'inspections-per-subject': '每家检查次数',
  'draws-per-year': '全年抽取次数',
  all: '全部',
  'key-sectors': '重点行业',
  'priority-subjects': '重点企业',
  planned: '计划内',
  any: '不限',
  formal: '正式工作人员',
  'month-day': '写明月日',
  'row-window': '按计划表各行时间',
  'year-end': '当年年底',
  dice: '骰子',
  lottery: '福利彩票',
  witness: '见证人',
  drand: '公共随机数（drand）',
  inspector: '执法人员',
  expert: '随检专家',
  'sector-registry': '名录库中的本类企业',
  registry: '名录库全部',
  plan: '计划',
  'enforcement-plan': '执法计划内',
  'whole-year': '全年',
  draw: '抽取',
  record: '检查记录',
  penalty: '处罚',
  disclosure: '公示',
  'major-decision': '重大行政执法决定',
};

/** What a member of a value is called in the form. */
export function memberTitle(name: string): string {
  return members[name] ?? name;
}

/** What an option is called in the bureau; `within` is the key or member it belongs to. */
export function optionTitle(option: string | number | boolean | null, within: string, terms: Terms): string {
  if (option === null) return '没有规定';
  if (typeof option === 'boolean') return option ? '是' : '否';
  if (typeof option === 'number') return String(option);
  const key = policyKeys.find((one) => one === within);
  return (
    (key === undefined ? undefined : wholeValue(key, option, terms)) ??
    gradeTitle(within, option) ??
    inTerms(options[option] ?? option, terms)
  );
}

function gradeTitle(within: string, option: string): string | undefined {
  return within === 'grade' ? `${option}级` : undefined;
}

/** Where the option is the whole value of the key, the words are those of the page of rules. */
function wholeValue(key: PolicyKey, option: string, terms: Terms): string | undefined {
  const parsed = policyValueSchemas[key].safeParse(option);
  return parsed.success ? policyValueText(key, parsed.data, terms) : undefined;
}
