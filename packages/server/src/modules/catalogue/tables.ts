import type { BureauId, InspectionItem, Instant, ItemId, ItemStatus, LibraryList, ListLine } from '@mingchou/domain';

export interface CatalogueItemTable {
  bureau_id: BureauId;
  item_id: ItemId;
  no: number;
  title: string;
  status: ItemStatus;
  state: InspectionItem;
  version: number;
  changed_by: string;
  changed_at: Instant;
}

export interface CatalogueLibraryTable {
  bureau_id: BureauId;
  list: LibraryList;
  key: string;
  entry_id: string;
  state: unknown;
  version: number;
}

export interface CatalogueEditionTable {
  bureau_id: BureauId;
  no: number;
  published_at: Instant;
  published_by: string;
  items: readonly (ListLine & { readonly id: ItemId })[];
}

declare module '../../db/tables.ts' {
  interface Tables {
    catalogue_item: CatalogueItemTable;
    catalogue_library: CatalogueLibraryTable;
    catalogue_edition: CatalogueEditionTable;
  }
}
