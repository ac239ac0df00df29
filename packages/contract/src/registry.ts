import {
  codeKinds,
  type ConflictId,
  conflictKinds,
  creditGrades,
  type InspectorId,
  type OccurrenceId,
  type OutsideVisitId,
  parseLocation,
  priorityGrounds,
  referenceLists,
  type SectionId,
  type SectionReportId,
  type SubjectId,
  type SubjectRequestId,
  standardisationLevels,
  subjectKinds,
  subjectPriorities,
  subjectStatuses,
} from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import {
  baseView,
  conflictRow,
  proposedSubject,
  referenceRow,
  registryChoices,
  sectionParts,
  subjectRequestView,
  subjectRow,
  subjectView,
} from './registry-view.ts';
import { phone, words } from './registry-fields.ts';
import { registryPersonRoutes } from './registry-person.ts';
import { command, query } from './route.ts';
import { calendarDate } from './time.ts';

const noun = 'registry';
const subjectId = idOf<SubjectId>();
const inspectorId = idOf<InspectorId>();
const sectionId = idOf<SectionId>().nullable();

const subjectFields = z.object({
  name: z.string().trim().min(1, '请填写企业名称').max(100),
  codeKind: z.enum(codeKinds),
  code: z.string().trim().min(1, '请填写代码').max(40),
  /** 按执照保留: only where the check character is wrong. */
  codeKeptReason: z.string().trim().max(200).nullable().optional(),
  address: z.string().trim().min(1, '请填写地址').max(200),
  region: z
    .string()
    .regex(/^\d{6}$/, '行政区划代码是6位数字')
    .nullable(),
  sector: z.string().min(1, '请选择行业类别').max(60),
  priority: z.enum(subjectPriorities),
  creditGrade: z.enum(creditGrades).nullable(),
  standardisation: z.enum(standardisationLevels).nullable(),
  sectionId,
  kind: z.enum(subjectKinds).default('enterprise'),
  formerNames: z
    .string()
    .trim()
    .max(300)
    .transform((text) => text.split(/[、，,;；]+/).filter((name) => name.trim() !== ''))
    .nullable()
    .optional(),
  /** `112.884400,36.119800`, longitude first. */
  location: z
    .string()
    .transform((text, context) => {
      const found = parseLocation(text);
      if (found === undefined) context.addIssue('请写成112.884400,36.119800这样，东经在前');
      return found ?? z.NEVER;
    })
    .nullable()
    .optional(),
  industry: z
    .string()
    .trim()
    .transform((text) => text.normalize('NFKC').toUpperCase())
    .nullable()
    .optional(),
  grounds: z.array(z.enum(priorityGrounds)).max(10).optional(),
  gradeSource: z.string().trim().max(60).nullable().optional(),
  gradeOn: calendarDate.nullable().optional(),
  contactName: z.string().trim().max(40).nullable().optional(),
  contactPhone: phone,
});

/** `pending`: it waits for another person's approval, nothing has changed yet. */
const subjectReply = z.object({ id: subjectId, version: z.number().int(), pending: z.boolean().default(false) });
const conflictReply = z.object({ id: idOf<ConflictId>(), version: z.number().int() });

export const registryRoutes = {
  ...registryPersonRoutes,
  addSubject: command({
    noun,
    name: 'add-subject',
    summary: '增加一个对象',
    input: subjectFields,
    reply: subjectReply,
  }),
  changeSubject: command({
    noun,
    name: 'change-subject',
    summary: '修改一个对象的登记内容',
    input: subjectFields.extend({ id: subjectId, version, reason: words }),
    reply: subjectReply,
  }),
  changeSubjectStatus: command({
    noun,
    name: 'change-subject-status',
    summary: '登记停产停业、关闭注销、迁出或恢复在业',
    input: z.object({ id: subjectId, version, status: z.enum(subjectStatuses), since: calendarDate, reason: words }),
    reply: subjectReply,
  }),
  answerSubjectRequest: command({
    noun,
    name: 'answer-subject-request',
    summary: '批准或不批准一项待批的名录变动',
    input: z.object({
      id: idOf<SubjectRequestId>(),
      answer: z.enum(['approved', 'declined']),
      reason: z.string().trim().max(300).optional(),
    }),
    reply: z.object({ id: idOf<SubjectRequestId>(), version: z.number().int() }),
  }),
  listSubjectRequests: query({
    noun,
    name: 'list-subject-requests',
    summary: '待批的名录变动，或已经答复的',
    input: listInput.extend({ state: z.enum(['waiting', 'answered']).default('waiting') }),
    reply: pageOf(subjectRequestView).extend({ rule: z.enum(['none', 'section-chiefs', 'everyone']) }),
  }),
  registerOutsideVisit: command({
    noun,
    name: 'register-outside-visit',
    summary: '登记其他部门对一个对象的检查，计入频次上限',
    input: z.object({ subjectId, on: calendarDate, department: words, evidence: words }),
    reply: z.object({ id: idOf<OutsideVisitId>() }),
  }),
  withdrawOutsideVisit: command({
    noun,
    name: 'withdraw-outside-visit',
    summary: '撤回登记有误的其他部门检查，写明理由，不再计入频次上限',
    input: z.object({ id: idOf<OutsideVisitId>(), reason: words }),
    reply: z.object({ id: idOf<OutsideVisitId>() }),
  }),
  registerOccurrence: command({
    noun,
    name: 'register-occurrence',
    summary: '登记对象的事故、处罚或查实的投诉',
    input: z.object({
      subjectId,
      kind: z.enum(['accident', 'penalty', 'complaint']),
      on: calendarDate,
      evidence: words,
    }),
    reply: z.object({ id: idOf<OccurrenceId>(), version: z.number().int() }),
  }),
  acceptPriorityProposal: command({
    noun,
    name: 'accept-priority-proposal',
    summary: '按建议列为重点，依据记入变动记录',
    input: z.object({ id: subjectId, version, ground: z.enum(priorityGrounds) }),
    reply: subjectReply,
  }),
  declinePriorityProposal: command({
    noun,
    name: 'decline-priority-proposal',
    summary: '不按建议列为重点，写明理由',
    input: z.object({ id: subjectId, version, ground: z.enum(priorityGrounds), reason: words }),
    reply: subjectReply,
  }),
  reportSection: command({
    noun,
    name: 'report-section-registry',
    summary: '上报本内设机构的分名录',
    input: z.object({ sectionId: idOf<SectionId>() }),
    reply: z.object({ id: idOf<SectionReportId>(), version: z.number().int() }),
  }),
  answerSectionReport: command({
    noun,
    name: 'answer-section-report',
    summary: '确认或退回上报的分名录',
    input: z.object({
      id: idOf<SectionReportId>(),
      answer: z.enum(['confirmed', 'returned']),
      reason: z.string().trim().max(300).optional(),
    }),
    reply: z.object({ id: idOf<SectionReportId>(), version: z.number().int() }),
  }),
  declareConflict: command({
    noun,
    name: 'declare-conflict',
    summary: '登记执法人员与对象的利害关系',
    input: z.object({ inspectorId, subjectId, kind: z.enum(conflictKinds), reason: words }),
    reply: conflictReply,
  }),
  withdrawConflict: command({
    noun,
    name: 'withdraw-conflict',
    summary: '撤回一条利害关系，记录仍保留',
    input: z.object({ id: idOf<ConflictId>(), version, reason: words }),
    reply: conflictReply,
  }),
  revealContact: command({
    noun,
    name: 'reveal-contact',
    summary: '查看个人信息，查看人和时间记入办理日志',
    keepReply: false,
    input: z.object({ of: z.enum(['subject', 'inspector', 'expert']), id: z.uuid() }),
    reply: z.object({ values: z.array(z.object({ field: z.string(), value: z.string() })) }),
  }),
  listSubjects: query({
    noun,
    name: 'list-subjects',
    summary: '对象名录，可按任一日期查看',
    input: listInput.extend({
      asOf: calendarDate.optional(),
      sector: z.string().max(60).optional(),
      status: z.enum(subjectStatuses).optional(),
      priority: z.enum(subjectPriorities).optional(),
      kind: z.enum(subjectKinds).optional(),
      sectionId: idOf<SectionId>().optional(),
    }),
    reply: pageOf(subjectRow),
  }),
  showSubject: query({
    noun,
    name: 'show-subject',
    summary: '一个对象：登记内容、利害关系、变动记录',
    input: z.object({ id: subjectId }),
    reply: subjectView,
  }),
  listConflicts: query({
    noun,
    name: 'list-conflicts',
    summary: '利害关系，默认不含已撤回的',
    input: listInput.extend({
      withdrawn: z.enum(['true', 'false']).default('false'),
      inspectorId: inspectorId.optional(),
      subjectId: subjectId.optional(),
    }),
    reply: pageOf(conflictRow),
  }),
  showBase: query({
    noun,
    name: 'show-base',
    summary: '底数：总数和各行业户数，可按任一日期查看',
    input: z.object({ asOf: calendarDate.optional() }),
    reply: baseView,
  }),
  listPriorityProposals: query({
    noun,
    name: 'list-priority-proposals',
    summary: '建议列为重点的对象，附规则和依据',
    input: listInput,
    reply: pageOf(proposedSubject),
  }),
  listSectionParts: query({
    noun,
    name: 'list-section-parts',
    summary: '各内设机构分名录汇总和上报情况',
    input: z.object({}),
    reply: sectionParts,
  }),
  listReference: query({
    noun,
    name: 'list-reference-codes',
    summary: '行政区划代码、国民经济行业代码，含已撤销的',
    input: listInput.extend({ list: z.enum(referenceLists), on: calendarDate.optional() }),
    reply: pageOf(referenceRow),
  }),
  listChoices: query({
    noun,
    name: 'list-registry-choices',
    summary: '底册表单里可选的行业和机构',
    input: z.object({}),
    reply: registryChoices,
  }),
};
