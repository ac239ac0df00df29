export { checkDocument, type DocumentCheck, documentRules, type KeptInDocument } from './check-document.ts';
export type { PlanDocument } from './document.ts';
export type { RawTable } from './read-table.ts';
export { documentOf, readPlanText } from './read-text.ts';
export type { DocumentContext, DocumentFinding, DocumentRule, OutdatedCitation } from './rule.ts';
