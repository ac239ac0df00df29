export * from './id.ts';
export * from './result.ts';
export * from './time.ts';
