import { Popover } from 'antd';
import { Button } from '../design/button.tsx';
import {
  type Column,
  type ColumnView,
  emptyView,
  isHidden,
  orderedColumns,
  withColumnMoved,
  withColumnShown,
} from './column.ts';

/** 列: which columns are shown and in what order; kept for the person on the server. */
export function ColumnChoice<Row>({
  columns,
  view,
  onChange,
}: {
  readonly columns: readonly Column<Row>[];
  readonly view: ColumnView | undefined;
  readonly onChange: (view: ColumnView) => void;
}) {
  const ordered = orderedColumns(columns, view);
  const content = (
    <div className="column-choice">
      <ul>
        {ordered.map((column, place) => (
          <li key={column.key}>
            <label>
              <input
                type="checkbox"
                checked={!isHidden(column, view)}
                disabled={place === 0}
                onChange={(event) => onChange(withColumnShown(columns, view, column.key, event.target.checked))}
              />{' '}
              {column.title}
            </label>
            {place > 1 && (
              <Button
                look="text"
                label={`${column.title}前移`}
                onPress={() => onChange(withColumnMoved(columns, view, column.key, -1))}
              >
                前移
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="hint">第一列固定显示。列的选择和宽度随账号保存，换一台电脑也一样。</p>
      <Button look="text" onPress={() => onChange(emptyView)}>
        恢复原样
      </Button>
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <button type="button" className="button small">
        列
      </button>
    </Popover>
  );
}
