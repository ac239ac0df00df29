import {
  codeKindTitles,
  type ConflictRefusal,
  type DutyRefusal,
  type ExpertRefusal,
  type Ineligibility,
  type InspectorRefusal,
  type LeaveRefusal,
  type Instant,
  type OccurrenceRefusal,
  type OutsideVisitRefusal,
  type ReportAnswerRefusal,
  type SectionReportRefusal,
  type SetAsideRefusal,
  type StatusRefusal,
  statusTitles,
  type SubjectCodeRefusal,
  type SubjectRefusal,
  type SubjectRequestRefusal,
  type WithdrawConflictRefusal,
} from '@mingchou/domain';
import type { RefusalTable } from './refusal.ts';

/** What the registry may answer instead of doing what was asked. */
export type RegistryRefusal =
  | { readonly code: 'record-not-found' }
  | { readonly code: 'contact-erased' }
  | { readonly code: 'stale'; readonly by: string; readonly at: Instant }
  | SubjectCodeRefusal
  | SubjectRefusal
  | SubjectRequestRefusal
  | StatusRefusal
  | InspectorRefusal
  | DutyRefusal
  | LeaveRefusal
  | ConflictRefusal
  | WithdrawConflictRefusal
  | OccurrenceRefusal
  | OutsideVisitRefusal
  | SetAsideRefusal
  | ExpertRefusal
  | SectionReportRefusal
  | ReportAnswerRefusal;

const clock = (at: Instant) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);

export const registryRefusals = {
  'record-not-found': { status: 404, message: '没有这条登记，可能属于别的单位。请从底册重新打开。' },
  'contact-erased': {
    status: 409,
    message: '没有显示：这条登记的个人信息保存期已满，已经销毁，不能恢复。需要时请重新收集后登记。',
  },
  stale: {
    status: 409,
    message: ({ by, at }) => `没有保存：${by}在${clock(at)}改过这条登记。请刷新，对照后再改。`,
  },
  'code-length': {
    status: 422,
    message: ({ length }) => `没有保存：统一社会信用代码应为18位，现有${length}位。请对照营业执照。`,
  },
  'code-character': {
    status: 422,
    message: ({ at, character }) =>
      `没有保存：代码第${at}位是「${character}」，统一社会信用代码不用这个字符。请对照营业执照。`,
  },
  'code-check-character': {
    status: 422,
    message: ({ expected }) =>
      `没有保存：代码末位不符，应为${expected}。若营业执照确如此，选「按执照保留」并写明理由。`,
  },
  'code-form': {
    status: 422,
    message: ({ kind }) => `没有保存：这不是${codeKindTitles[kind]}的写法。请对照证照，或改选代码类型。`,
  },
  'code-taken': {
    status: 409,
    message: ({ holder }) => `没有保存：这个代码已登记给「${holder}」。同一家企业请修改原登记。`,
  },
  'sector-unknown': {
    status: 422,
    message: ({ sector }) => `没有保存：本局规则里没有「${sector}」这个行业类别。请另选，或先修订本局规则。`,
  },
  'section-unknown': { status: 422, message: '没有保存：本局没有这个{section}。请另选。' },
  'name-not-drawable': {
    status: 422,
    message: '没有保存：名称不能有英文逗号、英文引号或换行，抽签名单写不下。请改用中文标点。',
  },
  'location-outside': { status: 422, message: '没有保存：经纬度不在国内。请核对，东经在前、北纬在后。' },
  'industry-form': {
    status: 422,
    message: ({ written }) => `没有保存：「${written}」不是国民经济行业代码，应是一个字母加二至四位数字。请核对。`,
  },
  'ground-missing': { status: 422, message: '没有保存：列为重点要写理由，抽签时重点占比以此为准。请选至少一项理由。' },
  'ground-of-ordinary': { status: 422, message: '没有保存：一般对象不填列为重点的理由。请去掉理由，或改为重点。' },
  'grade-undated': { status: 422, message: '没有保存：信用风险等级写了来源，没有写日期。请补上等级日期。' },
  'grade-date-in-future': { status: 422, message: ({ today }) => `没有保存：等级日期不能晚于今天（${today}）。` },
  'former-name-not-drawable': {
    status: 422,
    message: '没有保存：曾用名不能有英文逗号、英文引号或换行。请改用中文标点。',
  },
  'nothing-changed': { status: 422, message: '没有保存：内容和原来一样。请改动后再保存。' },
  'status-same': { status: 409, message: ({ status }) => `没有登记：现在已经是「${statusTitles[status]}」。` },
  'status-date-in-future': { status: 422, message: ({ today }) => `没有登记：日期不能晚于今天（${today}）。` },
  'status-date-before-last': {
    status: 422,
    message: ({ last }) => `没有登记：日期不能早于上次变动（${last}）。请核对日期。`,
  },
  'status-reason-missing': { status: 422, message: '没有登记：请写明原因，抽签排除时要引用。' },
  'closed-cannot-pause': {
    status: 422,
    message: '没有登记：已关闭注销的不能改为停产停业。请先恢复在业。',
  },
  'certificate-taken': {
    status: 409,
    message: ({ holder }) => `没有保存：这个执法证号已登记给「${holder}」。同一人请修改原登记。`,
  },
  'certificate-form': {
    status: 422,
    message: '没有保存：执法证号只能用数字、大写字母、点、横线，不超过22位。请对照证件。',
  },
  'qualification-unknown': {
    status: 422,
    message: ({ sector }) => `没有保存：本局规则里没有「${sector}」这个行业类别。请另选。`,
  },
  'expert-withdrawn': { status: 409, message: '没有办理：这名专家已退出名录。需要再聘的，请重新登记。' },
  'leave-backwards': { status: 422, message: '没有登记：请假的最后一天早于第一天。请核对日期。' },
  'leave-overlaps': {
    status: 409,
    message: ({ from, to }) => `没有登记：和已登记的${from}至${to}有重叠的日子。请先销假，或改日期。`,
  },
  'leave-reason-missing': { status: 422, message: '没有办理：请写明理由。' },
  'leave-not-found': { status: 404, message: '没有销假：没有从这一天起的请假。请刷新。' },
  'duty-same': { status: 409, message: '没有登记：现在已经是这个状态。' },
  'duty-reason-missing': { status: 422, message: '没有登记：请写明原因。' },
  'duty-date-in-future': { status: 422, message: ({ today }) => `没有登记：日期不能晚于今天（${today}）。` },
  'not-own-section': {
    status: 403,
    message: '没有上报：只能上报本{section}的分名录。请由该{section}或{legalSection}办理。',
  },
  'report-waiting': {
    status: 409,
    message: ({ by, at }) => `没有上报：${by}在${clock(at)}上报的还在等确认。确认或退回后再报。`,
  },
  'report-unchanged': { status: 409, message: '没有上报：和上次已确认的一样，没有变动。' },
  'report-answered': { status: 409, message: '没有办理：这次上报已经确认或退回。请刷新。' },
  'reporter-answers': { status: 403, message: '没有办理：上报人是您本人。请由他人确认。' },
  'return-reason-missing': { status: 422, message: '没有退回：请写明退回的理由。' },
  'outside-visit-in-future': { status: 422, message: ({ today }) => `没有登记：检查日期不能晚于今天（${today}）。` },
  'outside-visit-twice': {
    status: 409,
    message: ({ on, department }) => `没有再登记：${department}${on}的检查已经登记过。`,
  },
  'outside-visit-not-found': { status: 404, message: '没有撤回：找不到这条登记。请刷新。' },
  'outside-visit-withdrawn-already': { status: 409, message: '没有再撤回：这条登记已经撤回。' },
  'occurrence-in-future': { status: 422, message: ({ today }) => `没有登记：日期不能晚于今天（${today}）。` },
  'occurrence-evidence-missing': { status: 422, message: '没有登记：请写明依据的文书，列为重点时要引用。' },
  'proposal-gone': { status: 409, message: '没有办理：这条建议已经不成立，可能已经办理或依据已过期限。请刷新。' },
  'set-aside-reason-missing': { status: 422, message: '没有办理：请写明不列为重点的理由。' },
  'request-waiting': {
    status: 409,
    message: ({ by, at }) => `没有提出：${by}在${clock(at)}提出的变动还在等批准。批准或不批准以后再提。`,
  },
  'request-answered': { status: 409, message: '没有办理：这项变动已经答复。请刷新。' },
  'applicant-answers': { status: 403, message: '没有办理：这项变动是您本人提出的。请由他人批准。' },
  'decline-reason-missing': { status: 422, message: '没有办理：请写明不批准的理由。' },
  'request-outdated': {
    status: 409,
    message: ({ by, at }) => `没有批准：提出以后，${by}在${clock(at)}又改过这条登记。请不批准并请申请人对照后重提。`,
  },
  'approval-asked': { status: 403, message: '没有办理：本局规则要求名录变动经他人批准。请在「修改登记」里提出。' },
  'conflict-already-declared': { status: 409, message: '没有登记：这两方的利害关系已经登记。请在列表里查看。' },
  'conflict-reason-missing': { status: 422, message: '没有办理：请写明理由。' },
  'not-own-conflict': { status: 403, message: '没有登记：只能申报本人的利害关系。他人的请告知{legalSection}。' },
  'inspector-not-found': { status: 404, message: '没有登记：名录里没有这名执法人员。' },
  'subject-not-found': { status: 404, message: '没有登记：名录里没有这个{subject}。' },
  'conflict-already-withdrawn': { status: 409, message: '没有撤回：这条利害关系已经撤回。' },
  'own-conflict': { status: 403, message: '没有撤回：不能撤回涉及本人的利害关系。请由他人办理。' },
} satisfies RefusalTable<RegistryRefusal>;

/** Why a person cannot stand in a draw, as the list says it. */
export function ineligibilityText(why: Ineligibility): string {
  switch (why.code) {
    case 'assists-only':
      return '编外人员只能协助';
    case 'certificate-expired':
      return `执法证已于${why.expiresOn}到期`;
    case 'off-duty':
      return `${why.since}起离岗：${why.reason}`;
    case 'on-leave':
      return `请假到${why.to}：${why.reason}`;
    case 'no-qualification':
      return '没有可检查的行业';
    case 'cap-zero':
      return '每次抽签最多户数为0';
  }
}
