export * from './decide.ts';
export * from './default-laws.ts';
export * from './item.ts';
export * from './law.ts';
export * from './library.ts';
export * from './list-table.ts';
export * from './permissions.ts';
export * from './review.ts';
