export * from './cell.ts';
export * from './confirm-import.ts';
export * from './export-cell.ts';
export * from './import-file.ts';
export * from './import-run.ts';
export * from './permissions.ts';
export * from './table.ts';
export * from './undo-import.ts';
