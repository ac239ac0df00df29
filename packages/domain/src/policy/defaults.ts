import type { Clause, Rule } from './clause.ts';
import type { DayKind, PolicyKey, PolicyValues, ResultCategory } from './values.ts';

/** 国家企业信用信息公示系统的九类结果 (N-08), written from memory: editable data, shown as 待核. */
export const nationalResultCategories: readonly ResultCategory[] = [
  { code: '1', label: '未发现问题', finding: false },
  { code: '2', label: '未按规定公示年度报告', finding: true },
  { code: '3', label: '未按规定公示其他应当公示的信息', finding: true },
  { code: '4', label: '公示信息隐瞒真实情况、弄虚作假', finding: true },
  { code: '5', label: '通过登记的住所（经营场所）无法联系', finding: true },
  { code: '6', label: '发现问题已责令改正', finding: true },
  { code: '7', label: '不配合检查情节严重', finding: true },
  { code: '8', label: '未发现开展本次抽查涉及的经营活动', finding: false },
  { code: '9', label: '发现问题待后续处理', finding: true },
];

const read = (source: string, place: string): Clause => ({ source, place, verified: true });
const unread = (source: string, place: string): Clause => ({ source, place, verified: false });
/** A choice of this system where no document decides; the bureau may set its own. */
const choice = read('系统默认', '本局未定');
/** Whether a clause is the system's own choice instead of a document's. */
export function isSystemChoice(clause: Clause): boolean {
  return clause === choice;
}

const information = read('《政府信息公开条例》', '第二十六条');
const penaltyLaw = '《行政处罚法》（2021年修订）';

/** 安监总政法〔2017〕150号 as the plans that follow it list them; the notice itself was not read, so the kinds are 待核. */
const dayKinds: readonly DayKind[] = [
  { side: 'otherEnforcement', label: '安全生产综合监管', words: ['综合监管'] },
  { side: 'otherEnforcement', label: '实施行政许可', words: ['行政许可'] },
  { side: 'otherEnforcement', label: '生产安全事故调查和处理', words: ['事故调查', '事故处理'] },
  { side: 'otherEnforcement', label: '调查核实投诉举报', words: ['举报', '投诉'] },
  { side: 'otherEnforcement', label: '参加有关部门联合执法', words: ['联合执法'] },
  { side: 'otherEnforcement', label: '登记、备案', words: ['登记', '备案'] },
  { side: 'otherEnforcement', label: '监督检查中介服务机构', words: ['中介', '技术服务机构'] },
  { side: 'otherEnforcement', label: '宣传教育培训', words: ['宣传教育', '宣教'] },
  { side: 'otherEnforcement', label: '行政复议、行政应诉', words: ['行政复议', '行政应诉'] },
  { side: 'otherEnforcement', label: '政府和上级安排的执法任务', words: ['安排的执', '交办'] },
  { side: 'nonEnforcement', label: '机关值班', words: ['值班'] },
  { side: 'nonEnforcement', label: '学习、培训、考核、会议', words: ['学习', '会议'] },
  { side: 'nonEnforcement', label: '检查指导下级安全监管部门工作', words: ['指导下级'] },
  { side: 'nonEnforcement', label: '参加党群活动', words: ['党群'] },
  { side: 'nonEnforcement', label: '病假、事假', words: ['病假', '事假'] },
  { side: 'nonEnforcement', label: '法定年休假、探亲假、婚（丧）假', words: ['年休假', '探亲假'] },
];

/** What stands for a key when province and bureau are silent, with the law it comes from. */
export const nationalDefaults: { readonly [K in PolicyKey]: Rule<PolicyValues[K]> } = {
  'disclosure.normal.deadline': { value: { n: 20, unit: 'workday' }, clause: information },
  'disclosure.normal.startEvent': { value: 'information-formed', clause: information },
  'disclosure.problem.deadline': {
    value: { kind: 'after-disposal', length: { n: 7, unit: 'workday' } },
    clause: read('《安全生产法》（2021年修正）', '第七十八条'),
  },
  'disclosure.channels': {
    value: [
      { code: 'government-site', label: '政府网站', deadline: null, place: null },
      { code: 'credit-system', label: '国家企业信用信息公示系统', deadline: null, place: null },
    ],
    clause: unread('国发〔2019〕5号', '结果公示'),
  },
  'disclosure.publisher': { value: 'enforcer', clause: unread('国办发〔2018〕118号', '谁执法谁公示') },
  'draw.platform': { value: { kind: 'either' }, clause: choice },
  'draw.operatorRole': { value: 'legalClerk', clause: choice },
  'draw.type': { value: ['targeted', 'nonTargeted'], clause: choice },
  'draw.sources': { value: { diceDigits: 20, witnesses: 2 }, clause: choice },
  'draw.reserve': { value: { ratio: { n: 1, d: 3 }, rounding: 'ceil' }, clause: choice },
  'draw.sealing': {
    value: { selections: ['targeted', 'nonTargeted'], unsealWithin: { n: 3, unit: 'workday' } },
    clause: unread('安监总厅〔2014〕96号', '“四不两直”暗查暗访'),
  },
  'ratio.rule': { value: [], clause: unread('国办发〔2015〕58号', '合理确定随机抽查的比例和频次') },
  'ratio.base': { value: 'sector-registry', clause: choice },
  'ratio.rounding': { value: 'ceil', clause: choice },
  // 「严格控制」 is all that the paper says: without a figure of the bureau there is no number to enforce.
  'ratio.ordinaryCeiling': {
    value: null,
    clause: unread('市场监管总局关于全面推进“双随机、一公开”监管工作的通知', '一般检查事项'),
  },
  'quota.joint': { value: null, clause: choice },
  'quota.keySharePerDraw': { value: null, clause: choice },
  'target.count': { value: [], clause: choice },
  'frequency.perObject': { value: [], clause: choice },
  'coverage.key': { value: 'none', clause: choice },
  'priority.rules': {
    value: [
      { kind: 'accident', times: 1, months: 12 },
      { kind: 'penalty', times: 2, months: 12 },
      { kind: 'complaint', times: 1, months: 12 },
    ],
    // Read for one province only; elsewhere it is a proposal that the bureau replaces by its own rule.
    clause: unread('《山东省安全生产条例》', '第四十三条（外省规定，供参考）'),
  },
  'registry.approval': { value: 'none', clause: choice },
  'exclusion.rule': { value: 'none', clause: choice },
  'exclusion.openTask': { value: 'leave', clause: unread('国办发〔2024〕54号', '避免重复检查') },
  // The provinces publish their own figures (山西、河南、龙岩…): without one there is no number to enforce.
  'frequency.cap': { value: [], clause: unread('国办发〔2024〕54号', '年度检查频次上限') },
  'team.minInspectors': { value: 2, clause: read(penaltyLaw, '第四十二条') },
  'inspector.eligibility': {
    value: { certificate: true, employment: 'any', sectorMatch: true },
    clause: read(penaltyLaw, '第四十二条'),
  },
  'recusal.decider': { value: 'head', clause: read(penaltyLaw, '第四十三条') },
  'recusal.covers': { value: ['inspector'], clause: read(penaltyLaw, '第四十三条') },
  'legalReview.scope': { value: ['major-decision'], clause: read(penaltyLaw, '第五十八条') },
  'archive.handover': { value: 'none', clause: choice },
  'deadline.ownTasks': { value: { kind: 'row-window' }, clause: choice },
  'deadline.rollOver': { value: true, clause: choice },
  'result.categories': { value: nationalResultCategories, clause: unread('国家企业信用信息公示系统', '抽查检查结果') },
  sectors: { value: [], clause: choice },
  terms: {
    value: {
      section: '科室',
      legalSection: '法规科',
      sectionChief: '科长',
      subject: '检查对象',
      inspector: '执法人员',
      deputyDirector: '分管领导',
    },
    clause: choice,
  },
  'plan.genre': { value: 'eight-column-table', clause: choice },
  // 150号 speaks of 监督检查计划 as approved; whether a plan of random checks alone is meant, the bureau says.
  'plan.governmentApproval': { value: 'not-needed', clause: choice },
  'plan.filing': { value: null, clause: choice },
  'budget.kinds': { value: dayKinds, clause: unread('安监总政法〔2017〕150号', '其他执法10项、非执法6项') },
  'budget.enforcementShare': {
    value: { n: 70, d: 100 },
    clause: unread('安监总政法〔2017〕150号', '执法人员占在册人员'),
  },
  'budget.keyShare': {
    value: { n: 60, d: 100 },
    clause: unread('安监总政法〔2017〕150号', '重点检查占监督检查工作日'),
  },
};
