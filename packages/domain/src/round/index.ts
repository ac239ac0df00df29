export * from './permissions.ts';
export * from './round.ts';
