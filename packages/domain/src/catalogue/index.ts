export * from './decide.ts';
export * from './item.ts';
export * from './permissions.ts';
