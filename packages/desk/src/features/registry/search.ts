import { registryRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import type { SearchSource } from '../../app/search-source.ts';

/** Names, pinyin and the ends of codes, from the search box of the top bar. */
export const registrySearch: SearchSource = {
  word: '{subject}',
  useHits: (text) => {
    const found = useQueryRoute(registryRoutes.listSubjects, { search: text, size: 8 }, { enabled: text !== '' });
    if (text === '') return [];
    return (found.data?.rows ?? []).map((row) => ({
      key: row.id,
      name: row.name,
      detail: `${row.sectorName} ${row.code}`,
      to: `/registry?subject=${row.id}&search=${encodeURIComponent(row.code)}`,
    }));
  },
};
