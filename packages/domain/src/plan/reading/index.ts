export * from './accept.ts';
export {
  type Draft,
  type DraftField,
  type DraftFieldKey,
  draftFieldTerms,
  type DraftKind,
  needsEye,
  openFields,
  type ReadingFacts,
  type Source,
  type SourceAt,
  type ValueState,
  valueStateTerms,
} from './draft.ts';
export { draftsOf } from './drafts-of.ts';
export * from './reading.ts';
export type { ReadingRefusal } from './refusal.ts';
