export * from './permissions.ts';
export * from './task.ts';
