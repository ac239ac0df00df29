import {
  conflictKinds,
  employments,
  type ExpertConflictId,
  type ExpertId,
  type InspectorId,
  type SectionId,
  type SubjectId,
} from '@mingchou/domain';
import { z } from 'zod';
import { idOf, version } from './id.ts';
import { listInput, pageOf } from './list.ts';
import { personal, phone, words } from './registry-fields.ts';
import { expertRow, expertView, inspectorRow, inspectorView } from './registry-view.ts';
import { command, query } from './route.ts';
import { calendarDate } from './time.ts';

const noun = 'registry';
const subjectId = idOf<SubjectId>();
const inspectorId = idOf<InspectorId>();
const sectionId = idOf<SectionId>().nullable();

const inspectorFields = z.object({
  name: z.string().trim().min(1, '请填写姓名').max(40),
  certificateNo: z.string().trim().min(1, '请填写执法证号').max(40),
  issuer: z.string().trim().min(1, '请填写发证机关').max(100),
  expiresOn: calendarDate,
  employment: z.enum(employments),
  sectionId,
  qualifications: z.array(z.string().min(1).max(60)).max(50),
  cap: z.number().int().min(0).max(100_000),
  phone,
  identityNumber: personal(/^\d{17}[0-9X]$/, '身份证号是18位'),
});

const expertFields = z.object({
  name: z.string().trim().min(1, '请填写姓名').max(40),
  organisation: z.string().trim().min(1, '请填写所在单位').max(100),
  field: z.string().trim().min(1, '请填写专业').max(60),
  title: z.string().trim().max(60).nullable().optional(),
  sectors: z.array(z.string().min(1).max(60)).max(50),
  appointedUntil: calendarDate,
  phone,
});

const expertReply = z.object({ id: idOf<ExpertId>(), version: z.number().int() });
const expertConflictReply = z.object({ id: idOf<ExpertConflictId>() });
const inspectorReply = z.object({ id: inspectorId, version: z.number().int() });

/** Whom a visit can take along: 执法人员 and, assisting only, 专家. */
export const registryPersonRoutes = {
  addInspector: command({
    noun,
    name: 'add-inspector',
    summary: '增加一名执法人员',
    input: inspectorFields,
    reply: inspectorReply,
  }),
  changeInspector: command({
    noun,
    name: 'change-inspector',
    summary: '修改一名执法人员的登记内容',
    input: inspectorFields.extend({ id: inspectorId, version, reason: words }),
    reply: inspectorReply,
  }),
  changeInspectorDuty: command({
    noun,
    name: 'change-inspector-duty',
    summary: '登记执法人员离岗或回岗',
    input: z.object({
      id: inspectorId,
      version,
      duty: z.enum(['on-duty', 'off-duty']),
      since: calendarDate,
      reason: words,
    }),
    reply: inspectorReply,
  }),
  registerLeave: command({
    noun,
    name: 'register-leave',
    summary: '登记执法人员请假，期间不派出',
    input: z.object({ id: inspectorId, version, from: calendarDate, to: calendarDate, reason: words }),
    reply: inspectorReply,
  }),
  cancelLeave: command({
    noun,
    name: 'cancel-leave',
    summary: '销假',
    input: z.object({ id: inspectorId, version, from: calendarDate, reason: words }),
    reply: inspectorReply,
  }),
  addExpert: command({ noun, name: 'add-expert', summary: '增加一名专家', input: expertFields, reply: expertReply }),
  changeExpert: command({
    noun,
    name: 'change-expert',
    summary: '修改一名专家的登记内容',
    input: expertFields.extend({ id: idOf<ExpertId>(), version, reason: words }),
    reply: expertReply,
  }),
  withdrawExpert: command({
    noun,
    name: 'withdraw-expert',
    summary: '登记专家退出名录，记录仍保留',
    input: z.object({ id: idOf<ExpertId>(), version, since: calendarDate, reason: words }),
    reply: expertReply,
  }),
  declareExpertConflict: command({
    noun,
    name: 'declare-expert-conflict',
    summary: '登记专家与对象的利害关系',
    input: z.object({ expertId: idOf<ExpertId>(), subjectId, kind: z.enum(conflictKinds), reason: words }),
    reply: expertConflictReply,
  }),
  withdrawExpertConflict: command({
    noun,
    name: 'withdraw-expert-conflict',
    summary: '撤回专家的一条利害关系，记录仍保留',
    input: z.object({ id: idOf<ExpertConflictId>(), reason: words }),
    reply: expertConflictReply,
  }),
  listInspectors: query({
    noun,
    name: 'list-inspectors',
    summary: '执法人员名录，可按任一日期查看',
    input: listInput.extend({
      asOf: calendarDate.optional(),
      employment: z.enum(employments).optional(),
      sectionId: idOf<SectionId>().optional(),
      sector: z.string().max(60).optional(),
    }),
    reply: pageOf(inspectorRow),
  }),
  showInspector: query({
    noun,
    name: 'show-inspector',
    summary: '一名执法人员：登记内容、利害关系、变动记录',
    input: z.object({ id: inspectorId }),
    reply: inspectorView,
  }),
  listExperts: query({
    noun,
    name: 'list-experts',
    summary: '专家名录，可按任一日期查看；专家只能协助检查',
    input: listInput.extend({ asOf: calendarDate.optional() }),
    reply: pageOf(expertRow),
  }),
  showExpert: query({
    noun,
    name: 'show-expert',
    summary: '一名专家：登记内容、利害关系、变动记录',
    input: z.object({ id: idOf<ExpertId>() }),
    reply: expertView,
  }),
};
