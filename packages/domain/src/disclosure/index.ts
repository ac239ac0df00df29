export * from './deadline.ts';
export * from './disclose.ts';
export * from './permissions.ts';
export * from './rate.ts';
export * from './state.ts';
