import { roundRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useDesk } from '../../app/session.ts';
import { formatDate, Panel } from '../../design/index.ts';
import { ChecksField, CommandForm, DateField, TextField } from '../../form/index.ts';

/** Name, start, end and scope of the next round. */
export function OpenRoundForm({
  sectors,
}: {
  readonly sectors: readonly { readonly code: string; readonly name: string }[];
}) {
  const { today, year } = useDesk();
  const [done, setDone] = useState(0);
  return (
    <Panel as="aside" title="开始轮次" padded>
      <CommandForm
        key={done}
        route={roundRoutes.openRound}
        initial={{ name: '', startsOn: today, endsOn: `${year}-12-31`, sectors: [] }}
        names={{ name: '名称', startsOn: '开始日期', endsOn: '预计结束日期', sectors: '范围' }}
        look="plain"
        verb="开始轮次"
        onDone={() => setDone(done + 1)}
      >
        <TextField name="name" label="名称" hint={`如${year}年第二轮`} maxLength={40} />
        <DateField name="startsOn" label="开始日期" hint={`今天是${formatDate(today)}`} />
        <DateField name="endsOn" label="预计结束日期" hint="到期不会自动结束；由经办人结束后才能开始下一轮" />
        <ChecksField
          name="sectors"
          label="范围"
          hint="一个都不选就是全局。几个轮次同时进行时，行业类别不能重叠"
          options={sectors.map(({ code, name }) => ({ value: code, label: name }))}
          optional
        />
      </CommandForm>
    </Panel>
  );
}
