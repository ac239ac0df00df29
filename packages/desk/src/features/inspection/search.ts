import { inspectionRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import type { SearchSource } from '../../app/search-source.ts';

/** Inspections by the enterprise's name or code. */
export const inspectionSearch: SearchSource = {
  word: '检查',
  useHits: (text) => {
    const found = useQueryRoute(inspectionRoutes.listInspections, { search: text, size: 6 }, { enabled: text !== '' });
    return (found.data?.rows ?? []).map((row) => ({
      key: row.id,
      name: row.subjectName,
      detail: row.drawKind === 'external' ? `外部抽取第${row.drawNo}号` : `第${row.drawNo}号抽签`,
      to: `/inspection/${row.id}`,
    }));
  },
};
