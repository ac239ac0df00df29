export * from './append.ts';
export * from './audit-heads.ts';
export * from './cosign.ts';
export * from './entry.ts';
export * from './open.ts';
export * from './pages.ts';
export * from './read.ts';
export * from './stamp.ts';
export type { LogSigner } from './signer.ts';
