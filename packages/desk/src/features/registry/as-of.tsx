import { parseCalendarDate } from '@mingchou/domain';
import { useState } from 'react';
import { useAddress } from '../../address/address.ts';
import { useDesk } from '../../app/session.ts';
import { Button } from '../../design/index.ts';
import { normalizeTypedDate } from '../../form/index.ts';
import './as-of.css';

/** 截至 [2022年3月1日]: the list and the base as they stood at the end of that day; empty is today. */
export function AsOf() {
  const { search, setSearch } = useAddress();
  const { today } = useDesk();
  const chosen = search['asOf'] ?? '';
  const [typed, setTyped] = useState(chosen);
  const date = parseCalendarDate(normalizeTypedDate(typed));
  const show = () => setSearch({ asOf: date === undefined || date >= today ? '' : date, page: '' });
  return (
    <form
      className="buttons as-of"
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
    >
      <label>
        截至{' '}
        <input
          aria-label="截至日期"
          placeholder={today}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => setTyped(normalizeTypedDate(typed))}
        />
      </label>
      <Button submits reason={typed !== '' && date === undefined ? '不是日期' : undefined}>
        按此日查看
      </Button>
      {chosen !== '' && (
        <Button
          look="text"
          onPress={() => {
            setTyped('');
            setSearch({ asOf: '', page: '' });
          }}
        >
          回到今天
        </Button>
      )}
    </form>
  );
}
