import type { BureauId, InspectionItem, Instant, ItemId, ItemStatus } from '@mingchou/domain';

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

declare module '../../db/tables.ts' {
  interface Tables {
    catalogue_item: CatalogueItemTable;
  }
}
