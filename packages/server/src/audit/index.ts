export * from './append.ts';
export * from './history.ts';
export * from './sequencer.ts';
export * from './verify.ts';
