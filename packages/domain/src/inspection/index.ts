export * from './checklist.ts';
export * from './event.ts';
export * from './mark-list.ts';
export * from './permissions.ts';
export * from './redaction.ts';
export * from './review.ts';
export * from './state.ts';
export * from './visit.ts';
