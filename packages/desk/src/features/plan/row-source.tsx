import { readingRoutes } from '@mingchou/contract';
import { useQueryRoute } from '../../api/index.ts';
import { Link } from '../../design/index.ts';

/** 读自: the file and the place that a row was read from; nothing for a row that a person wrote. */
export function RowSource({ planId, rowId }: { readonly planId: string; readonly rowId: string }) {
  const sources = useQueryRoute(readingRoutes.listRowSources, { planId });
  const source = sources.data?.rows.find((row) => row.rowId === rowId);
  if (source === undefined) return null;
  return (
    <>
      读自<Link to={`/plan/reading/${source.readingId}`}>{source.fileName}</Link>
      {source.place}
      {source.corrected > 0 && `，改写${source.corrected}处`}
    </>
  );
}
