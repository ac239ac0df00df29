declare const brand: unique symbol;

/** A string that was parsed once and is trusted afterwards; the brand exists for the compiler only. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };

/** Tenant: one bureau (应急管理局). Leads every key in the database. */
export type BureauId = Brand<'BureauId'>;
export type PersonId = Brand<'PersonId'>;
export type SectionId = Brand<'SectionId'>;
export type SubjectId = Brand<'SubjectId'>;
export type InspectorId = Brand<'InspectorId'>;
export type ExpertId = Brand<'ExpertId'>;
export type ExpertConflictId = Brand<'ExpertConflictId'>;
export type OccurrenceId = Brand<'OccurrenceId'>;
export type SectionReportId = Brand<'SectionReportId'>;
export type SubjectRequestId = Brand<'SubjectRequestId'>;
export type ItemId = Brand<'ItemId'>;
export type PlanId = Brand<'PlanId'>;
export type BudgetId = Brand<'BudgetId'>;
export type PlanRowId = Brand<'PlanRowId'>;
export type TaskId = Brand<'TaskId'>;
export type DrawId = Brand<'DrawId'>;
export type DrawFilterId = Brand<'DrawFilterId'>;
export type VisitId = Brand<'VisitId'>;
export type InspectionId = Brand<'InspectionId'>;
export type DisclosureId = Brand<'DisclosureId'>;
export type RoundId = Brand<'RoundId'>;
export type PolicyChangeId = Brand<'PolicyChangeId'>;
export type PolicyOverrideId = Brand<'PolicyOverrideId'>;
export type PolicyProposalId = Brand<'PolicyProposalId'>;
export type OutsideVisitId = Brand<'OutsideVisitId'>;
export type ReadingId = Brand<'ReadingId'>;
