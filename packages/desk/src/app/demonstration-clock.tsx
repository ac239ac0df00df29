import { accountRoutes } from '@mingchou/contract';
import { addDays, instantOf } from '@mingchou/domain';
import { Popover } from 'antd';
import { formatDateWithWeekday, formatTime } from '../design/format.ts';
import { CommandForm, TextField, normalizeTypedDate, type Values } from '../form/index.ts';
import { useDesk } from './session.ts';

/** 演示时间: the business clock of a demonstration, and how to move it forward (to the opening time of a draw, say). */
export function DemonstrationClock() {
  const { now, today, year } = useDesk();
  return (
    <span className="top-demonstration">
      <Popover content={<Advance />} trigger="click" placement="bottomLeft">
        <button type="button">演示时间</button>
      </Popover>
      {formatDateWithWeekday(today, year)} {formatTime(now)}　企业与人员均为虚构
    </span>
  );
}

/** `2022-04-06` and `10:00` in Asia/Shanghai; nonsense stays so that the schema refuses it. */
function toInput(values: Values): Values {
  const date = normalizeTypedDate(String(values['date']));
  const time = Date.parse(`${date}T${String(values['time']).trim().replace('：', ':')}:00+08:00`);
  return { to: Number.isNaN(time) ? '' : instantOf(time) };
}

function Advance() {
  const { today, now } = useDesk();
  return (
    <div className="person-menu">
      <CommandForm
        key={now}
        route={accountRoutes.advanceDemonstrationClock}
        initial={{ date: addDays(today, 1), time: '08:30' }}
        toInput={toInput}
        names={{ to: '日期和时间' }}
        verb="向前拨"
        look="plain"
        onDone={() => undefined}
      >
        <p className="second">只拨本局的演示时间，只能向前；期限、提醒随之变化。</p>
        <TextField name="date" label="日期" width={160} />
        <TextField name="time" label="时刻" width={160} hint="24小时，如10:00" />
      </CommandForm>
    </div>
  );
}
