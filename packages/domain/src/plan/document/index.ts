export { checkDocument, type DocumentCheck, documentRules, type KeptInDocument } from './check-document.ts';
export type { PlanDocument } from './document.ts';
export type { RawTable } from './read-table.ts';
export { documentOf, readPlanText } from './read-text.ts';
export type { DocumentFinding, DocumentRule } from './rule.ts';
