/** 必须解决 · 请核对 · 用词. */
export type Severity = 'must' | 'check' | 'wording';

/** One class of inconsistency, whichever reader finds it: in a written document or in a plan's structured facts. */
export interface PlanRule {
  readonly id: string;
  readonly severity: Severity;
  /** The class in words. */
  readonly title: string;
  /** The requirement it was met in first, or what asks for it. */
  readonly source: string;
}

const classes: readonly (readonly [Severity, string, string])[] = [
  ['must', '一行两个比例', 'LZ 1'],
  ['must', '单元格错栏', 'LZ 1'],
  ['check', '频次：恰好与至少', 'LZ 3'],
  ['must', '比例两处不一', 'LZ 1'],
  ['must', '重点与一般不一', 'LZ 4'],
  ['check', '对象两处宽窄不一', 'LZ 5'],
  ['check', '范围比事项宽', 'ZZ c, LZ 5'],
  ['check', '配合部门文表不一', 'LZ 6'],
  ['check', '比例底数没有写明', 'LZ 7'],
  ['check', '实施层级不一', 'LZ 8'],
  ['check', '依据不是现行版本', 'LZ 9'],
  ['must', '合计不等于各项之和', 'ZZ-04, LS-11'],
  ['check', '占比与数字不符', 'LS-12'],
  ['must', '同一数字两处不一', 'LS-11'],
  ['must', '频次、不重复与计划表相互矛盾', 'ZZ a'],
  ['check', '抽查时间早于印发日', 'ZZ b'],
  ['check', '抽查方式文表不一', 'ZZ e'],
  ['must', '期限：工作日与自然日', 'YS a'],
  ['check', '责任人两处不一', 'YS d'],
  ['check', '没有写明公开期限', 'GX'],
  ['check', '没有比例和家数', 'YS c'],
  ['check', '内容超出范围', 'YS b'],
  ['check', '重点企业不够抽', 'GX'],
  ['check', '名单列全，没有可抽的', 'LS'],
  ['check', '附件缺失', 'LS-14'],
  ['check', '没有成文日期', 'LS'],
  ['check', '变相检查', 'N-18'],
  ['check', '网格员检查', 'N-18'],
  ['check', '专家独立检查', 'N-20'],
  ['check', '考核与检查挂钩', 'N-18'],
  ['wording', '对象说法不一', 'LZ 10'],
  ['wording', '错别字', 'LZ 10, ZZ f, GX'],
  ['wording', '文件名称差一字', 'LS'],
  ['wording', '标题序号', 'ZZ f, LS'],
  ['wording', '话没有说完', 'LZ 10, GX'],
  ['wording', '夹有外文', 'YS e'],
  ['wording', '附件没有标号', 'LZ 10'],
  ['check', '任务所写行业没有安排', 'LS'],
  ['wording', '比例写了两遍', 'LZ 2'],
  ['check', '公开渠道两处不一', 'YS a'],
  ['check', '标题与内容不符', 'GX'],
  ['check', '职责已经划转', 'GX'],
  ['check', '机关已经更名', 'GX-01'],
  ['check', '同一类单位两种叫法', 'LS, LZ 5'],
  ['must', '合计改正后，算出的数也要改', 'LS-11'],
  ['must', '两组工作日写反', 'LS-13'],
  ['check', '规定的项目没有列', 'LS-13, N-12'],
  ['check', '没有给整改复查留工作日', 'LS-12, N-12'],
  ['must', '年工作日与放假通知不符', 'LS-10'],
  ['check', '清单与计划的事项不一', 'LZ-25'],
  ['must', '比例大于100%', 'LZ-20'],
  ['check', '底数与名录库不一致', 'ZZ-04'],
  ['check', '事项不在清单或没有公布', 'N-01, N-18'],
  ['must', '家数与底数不符', 'ZZ-08'],
  ['check', '家数低于计划比例', 'ZZ-08'],
  ['check', '抽查时间晚于本级期限', 'LZ-07'],
  ['check', '范围有限定，底数待核', 'ZZ c'],
  ['must', '重点没有全部列入', 'ZZ-07, LS-03'],
  ['check', '名录库有的类别没有列入', 'ZZ-07'],
  ['check', '抽取家数与正文总数不一', 'LZ-05, LS-02'],
  ['check', '部门联合抽查的对象不够', 'LZ-04'],
  ['check', '全年抽取次数不够', 'GX-14'],
  ['must', '执法人员人数低于规定', 'ZZ-05, N-05'],
  ['check', '所需人日多于批准的监督检查工作日', 'N-12'],
  ['check', '随机抽查的企业不够', 'GX-12'],
];

/** Every class, numbered for good: one that is dropped leaves its number unused. */
export const planRules: readonly PlanRule[] = classes.map(([severity, title, source], index) => ({
  id: `C-${String(index + 1).padStart(2, '0')}`,
  severity,
  title,
  source,
}));

const documents: Readonly<Record<string, string>> = {
  LZ: '临淄区2023年抽查工作计划',
  ZZ: '长子县2022年抽查工作计划',
  YS: '偃师区2023年监管工作实施方案',
  GX: '高新区2017年抽查工作制度',
  LS: '立山区2023年监督检查计划',
};
const laws: Readonly<Record<string, string>> = {
  'N-01': '国办发〔2015〕58号',
  'N-05': '《山东省安全生产条例》第四十二条',
  'N-12': '安监总政法〔2017〕150号',
  'N-18': '国办发〔2024〕54号',
  'N-20': '应急〔2025〕11号',
};

/** Where a class comes from, in words: what asks for it, else the document in which it was met first. */
export function sourceText({ source }: PlanRule): string {
  const codes = source.split('、').flatMap((part) => part.split(', '));
  const law = codes.map((code) => laws[code]).find((text) => text !== undefined);
  if (law !== undefined) return law;
  const met = codes.map((code) => documents[code.slice(0, 2)]).find((text) => text !== undefined);
  return met === undefined ? source : `首见于${met}`;
}

/** The class of a number. Throws on a number that was never given: that is a mistake in code. */
export function ruleOf(id: string): PlanRule {
  const rule = planRules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule has the number ${id}`);
  return rule;
}
