/** Import as `../../table/index.ts`. For a small fixed table inside a panel use `<table className="plain-table">`. */
export type { Picked } from './batch-bar.tsx';
export type { FilterChip } from './chips.tsx';
export type { Column } from './column.ts';
export { QueryTable } from './query-table.tsx';
export { type Selection, countSelected, isSelected } from './selection.ts';
