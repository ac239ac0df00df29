import { drawRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import type { SearchSource } from '../../app/search-source.ts';

/** Draws by the words of their task. */
export const drawSearch: SearchSource = {
  word: '抽签',
  useHits: (text) => {
    const found = useQueryRoute(drawRoutes.listDraws, { search: text, size: 6 }, { enabled: text !== '' });
    return (found.data?.rows ?? []).map((row) => ({
      key: row.id,
      name: `第${row.drawNo}号抽签　${row.objects}`,
      detail: String(row.year),
      to: `/draw/${row.id}`,
    }));
  },
};
