export * from './enqueue.ts';
export * from './job.ts';
