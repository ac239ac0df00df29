import {
  codeKinds,
  type ConflictId,
  conflictKinds,
  creditGrades,
  employments,
  type ExpertConflictId,
  type ExpertId,
  type InspectorId,
  type OccurrenceId,
  type OutsideVisitId,
  type PersonId,
  priorityGrounds,
  requestKinds,
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
import { idOf } from './id.ts';
import { ruleClause } from './policy.ts';
import { calendarDate, instant } from './time.ts';

const subjectStatus = z.object({
  kind: z.enum(subjectStatuses),
  since: calendarDate.nullable(),
  reason: z.string().nullable(),
});

/** One line of the 抽查对象 list. */
export const subjectRow = z.object({
  id: idOf<SubjectId>(),
  version: z.number().int(),
  name: z.string(),
  codeKind: z.enum(codeKinds),
  code: z.string(),
  codeKeptReason: z.string().nullable(),
  sector: z.string(),
  /** The sector's name in the policy; its code where the policy names it no more. */
  sectorName: z.string(),
  priority: z.enum(subjectPriorities),
  status: subjectStatus,
  sectionId: idOf<SectionId>().nullable(),
  sectionName: z.string().nullable(),
  creditGrade: z.enum(creditGrades).nullable(),
  address: z.string(),
  kind: z.enum(subjectKinds),
  grounds: z.array(z.enum(priorityGrounds)),
});

const fieldChanges = z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }));

/** 变动记录, one step: who, when, what, why. Personal values are only told as changed. */
export const changeView = z.object({
  version: z.number().int(),
  at: instant,
  by: z.string(),
  reason: z.string().nullable(),
  /** Who approved it, where the bureau's rule asked for another person. */
  approvedBy: z.string().nullable(),
  changes: fieldChanges,
});

export const conflictRow = z.object({
  id: idOf<ConflictId>(),
  version: z.number().int(),
  inspectorId: idOf<InspectorId>(),
  inspectorName: z.string(),
  subjectId: idOf<SubjectId>(),
  subjectName: z.string(),
  kind: z.enum(conflictKinds),
  reason: z.string(),
  declaredAt: instant,
  declaredBy: z.string(),
  withdrawn: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
});

/** 其他部门的检查 of an object. */
export const outsideVisitView = z.object({
  id: idOf<OutsideVisitId>(),
  on: calendarDate,
  department: z.string(),
  evidence: z.string(),
  registeredBy: z.string(),
  /** 撤回: it counts no more. */
  withdrawn: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
});
export type OutsideVisitView = z.output<typeof outsideVisitView>;

/** 事故、处罚、查实的投诉 at an object. */
export const occurrenceView = z.object({
  id: idOf<OccurrenceId>(),
  kind: z.enum(['accident', 'penalty', 'complaint']),
  on: calendarDate,
  evidence: z.string(),
  setAside: z.object({ at: instant, by: z.string(), reason: z.string() }).nullable(),
});

/** 建议列为重点: the rule in words with its clause, and what it rests on. */
export const priorityProposalView = z.object({
  ground: z.enum(priorityGrounds),
  rule: z.string(),
  clause: ruleClause,
  evidence: z.array(occurrenceView),
});

export const proposedSubject = z.object({
  id: idOf<SubjectId>(),
  name: z.string(),
  version: z.number().int(),
  proposals: z.array(priorityProposalView),
});

/** 分册汇总: each section's part as it stands and as it was last reported. */
export const sectionParts = z.object({
  rows: z.array(
    z.object({
      sectionId: idOf<SectionId>(),
      name: z.string(),
      total: z.number().int(),
      priority: z.number().int(),
      report: z
        .object({
          id: idOf<SectionReportId>(),
          version: z.number().int(),
          total: z.number().int(),
          priority: z.number().int(),
          digest: z.string(),
          reported: z.object({ at: instant, name: z.string() }),
          answer: z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('waiting') }),
            z.object({ kind: z.literal('confirmed'), at: instant, name: z.string() }),
            z.object({ kind: z.literal('returned'), at: instant, name: z.string(), reason: z.string() }),
          ]),
          changedSince: z.boolean(),
        })
        .nullable(),
    }),
  ),
  unassigned: z.number().int(),
  total: z.number().int(),
});

/** One line of the 专家名录. */
export const expertRow = z.object({
  id: idOf<ExpertId>(),
  version: z.number().int(),
  name: z.string(),
  organisation: z.string(),
  field: z.string(),
  title: z.string().nullable(),
  sectors: z.array(z.object({ sector: z.string(), name: z.string() })),
  appointedUntil: calendarDate,
  withdrawn: z.object({ since: calendarDate, reason: z.string() }).nullable(),
  /** On the day that is shown. */
  mayAssist: z.boolean(),
});

export const expertView = expertRow.extend({
  contact: z.object({ phone: z.string().nullable() }),
  conflicts: z.array(
    z.object({
      id: idOf<ExpertConflictId>(),
      subjectId: idOf<SubjectId>(),
      subjectName: z.string(),
      kind: z.enum(conflictKinds),
      reason: z.string(),
      /** Why it was withdrawn; null while it stands. */
      withdrawn: z.string().nullable(),
    }),
  ),
  history: z.array(changeView),
});

/** A national code in words; `question` where somebody should look: abolished, or not in the table. */
export const codeMeaning = z.object({ text: z.string(), question: z.boolean() });

/** 待批变动: who wants what changed, and how it was answered. */
export const subjectRequestView = z.object({
  id: idOf<SubjectRequestId>(),
  version: z.number().int(),
  kind: z.enum(requestKinds),
  subjectId: idOf<SubjectId>(),
  name: z.string(),
  reason: z.string().nullable(),
  changes: fieldChanges,
  asked: z.object({ at: instant, name: z.string(), personId: idOf<PersonId>() }),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('waiting') }),
    z.object({ kind: z.literal('approved'), at: instant, name: z.string() }),
    z.object({ kind: z.literal('declined'), at: instant, name: z.string(), reason: z.string() }),
  ]),
});

/** 一企一档. Contact data come masked; `reveal-contact` gives them and is logged. */
export const subjectView = subjectRow.extend({
  region: z.string().nullable(),
  /** What the code tables say of the two codes today; null where there is no code. */
  regionMeaning: codeMeaning.nullable(),
  industry: z.string().nullable(),
  industryMeaning: codeMeaning.nullable(),
  formerNames: z.array(z.string()),
  location: z.string().nullable(),
  gradeSource: z.string().nullable(),
  gradeOn: calendarDate.nullable(),
  standardisation: z.enum(standardisationLevels).nullable(),
  contact: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  occurrences: z.array(occurrenceView),
  outsideVisits: z.array(outsideVisitView),
  /** A change that waits for approval. */
  waiting: subjectRequestView.nullable(),
  proposals: z.array(priorityProposalView),
  conflicts: z.array(conflictRow),
  history: z.array(changeView),
});

const inspectorStatus = z.object({
  kind: z.enum(['on-duty', 'off-duty']),
  since: calendarDate.nullable(),
  reason: z.string().nullable(),
});

/** One line of the 执法人员 list. */
export const inspectorRow = z.object({
  id: idOf<InspectorId>(),
  version: z.number().int(),
  name: z.string(),
  certificateNo: z.string(),
  issuer: z.string(),
  expiresOn: calendarDate,
  employment: z.enum(employments),
  sectionId: idOf<SectionId>().nullable(),
  sectionName: z.string().nullable(),
  qualifications: z.array(z.object({ sector: z.string(), name: z.string() })),
  cap: z.number().int(),
  status: inspectorStatus,
  /** Why the person cannot stand in a draw today, in words; empty when nothing speaks against it. */
  ineligible: z.array(z.string()),
  leaves: z.array(z.object({ from: calendarDate, to: calendarDate, reason: z.string() })),
});

export const inspectorView = inspectorRow.extend({
  contact: z.object({ phone: z.string().nullable(), identityNumber: z.string().nullable() }),
  conflicts: z.array(conflictRow),
  history: z.array(changeView),
});

/** 底数: the sentence and the rows behind it. */
export const baseView = z.object({
  asOf: calendarDate.nullable(),
  text: z.string(),
  total: z.number().int(),
  parts: z.array(z.object({ code: z.string(), name: z.string(), count: z.number().int() })),
  outside: z.array(z.object({ sector: z.string(), count: z.number().int() })),
});

/** One line of a national code table. */
export const referenceRow = z.object({
  code: z.string(),
  name: z.string(),
  from: calendarDate.nullable(),
  to: calendarDate.nullable(),
  successor: z.string().nullable(),
  source: z.string(),
});

/** What can be chosen in the registry's forms and filters. */
export const registryChoices = z.object({
  sectors: z.array(z.object({ code: z.string(), name: z.string() })),
  sections: z.array(z.object({ id: idOf<SectionId>(), name: z.string() })),
});

export type SubjectRow = z.output<typeof subjectRow>;
export type SubjectRequestView = z.output<typeof subjectRequestView>;
export type SubjectView = z.output<typeof subjectView>;
export type InspectorRow = z.output<typeof inspectorRow>;
export type InspectorView = z.output<typeof inspectorView>;
export type ConflictRow = z.output<typeof conflictRow>;
export type ChangeView = z.output<typeof changeView>;
export type ReferenceRow = z.output<typeof referenceRow>;
export type CodeMeaning = z.output<typeof codeMeaning>;
export type OccurrenceView = z.output<typeof occurrenceView>;
export type PriorityProposalView = z.output<typeof priorityProposalView>;
export type SectionParts = z.output<typeof sectionParts>;
export type ExpertRow = z.output<typeof expertRow>;
export type ExpertView = z.output<typeof expertView>;
