import { Button } from '../design/button.tsx';
import { formatCount } from '../design/format.ts';
import { type TableState, pageNumbers, pageSizes } from './table-state.ts';

/** 共133条 · pages · rows a page; absent while everything fits on one page. */
export function Pager({
  total,
  state,
  onChange,
}: {
  readonly total: number;
  readonly state: TableState;
  readonly onChange: (change: { page?: number; size?: number }) => void;
}) {
  const last = Math.max(1, Math.ceil(total / state.size));
  if (total <= pageSizes[0]) return null;
  return (
    <nav className="pager" aria-label="翻页">
      <span>共{formatCount(total)}条</span>
      {pageNumbers(state.page, last).map((page, place) =>
        page === 0 ? (
          <span key={`gap-${place}`}>…</span>
        ) : (
          <button
            key={page}
            type="button"
            className="page-number"
            aria-current={page === state.page ? 'page' : undefined}
            aria-label={`第${page}页`}
            onClick={() => onChange({ page })}
          >
            {page}
          </button>
        ),
      )}
      {state.page < last && (
        <Button look="text" onPress={() => onChange({ page: state.page + 1 })}>
          下一页
        </Button>
      )}
      <label className="table-tools-right">
        每页{' '}
        <select value={state.size} onChange={(event) => onChange({ size: Number(event.target.value) })}>
          {[...new Set([...pageSizes, state.size])].map((size) => (
            <option key={size} value={size}>
              {size}条
            </option>
          ))}
        </select>
      </label>
    </nav>
  );
}
