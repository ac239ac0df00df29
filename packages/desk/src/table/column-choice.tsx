import type { ListView } from '@mingchou/contract';
import { Popover } from 'antd';
import { Button } from '../design/button.tsx';
import { type PlacedColumn, withMovedForward, withShown } from './column.ts';

/** 列: which columns are shown and in what order. */
export function ColumnChoice<Row>({
  placed,
  onView,
}: {
  readonly placed: readonly PlacedColumn<Row>[];
  readonly onView: (view: ListView) => void;
}) {
  const content = (
    <div className="column-choice">
      <ul>
        {placed.map(({ column, shown }, place) => (
          <li key={column.key}>
            <label>
              <input
                type="checkbox"
                checked={shown}
                disabled={place === 0}
                onChange={(event) => onView(withShown(placed, column.key, event.target.checked))}
              />{' '}
              {column.title}
            </label>
            {place > 1 && (
              <Button
                look="text"
                label={`${column.title}前移`}
                onPress={() => onView(withMovedForward(placed, column.key))}
              >
                前移
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="hint">第一列固定显示。列的选择、次序和宽度随账号保存，换一台电脑也一样。</p>
      <Button look="text" onPress={() => onView({ columns: [] })}>
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
