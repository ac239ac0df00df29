export * from './list.ts';
export * from './refusal.ts';
export * from './route.ts';
