import { type InspectorView, registryRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useDesk, useMay } from '../../app/session.ts';
import { Block, Button, formatDate } from '../../design/index.ts';
import { CommandForm, DateField, LongTextField } from '../../form/index.ts';

/** 请假日历: a person who is away on every day of a draw's window is left out of it. */
export function Leaves({ inspector }: { readonly inspector: InspectorView }) {
  const may = useMay();
  const { year, today } = useDesk();
  const [open, setOpen] = useState<'none' | 'new' | string>('none');
  const close = () => setOpen('none');
  const shown = inspector.leaves.filter(({ to }) => to >= today);
  const about = { id: inspector.id, version: inspector.version };
  return (
    <Block title="请假日历">
      {shown.length === 0 && <p className="hint">没有请假。检查时间内每天都请假的人不进入抽签。</p>}
      {shown.map(({ from, to, reason }) => (
        <div key={from}>
          <p>
            {formatDate(from, year)}至{formatDate(to, year)}：{reason}{' '}
            {may('cancel-leave') && open !== from && (
              <Button look="text" onPress={() => setOpen(from)}>
                销假
              </Button>
            )}
          </p>
          {open === from && (
            <CommandForm
              route={registryRoutes.cancelLeave}
              initial={{ reason: '' }}
              fixed={{ ...about, from }}
              names={{ reason: '销假原因' }}
              look="plain"
              verb="销假"
              onDone={close}
              aside={<Button onPress={close}>不销假</Button>}
            >
              <LongTextField name="reason" label="销假原因" rows={2} />
            </CommandForm>
          )}
        </div>
      ))}
      {may('register-leave') && open !== 'new' && (
        <Button look="small" onPress={() => setOpen('new')}>
          登记请假
        </Button>
      )}
      {open === 'new' && (
        <CommandForm
          route={registryRoutes.registerLeave}
          initial={{ from: today, to: today, reason: '' }}
          fixed={about}
          names={{ from: '第一天', to: '最后一天', reason: '原因' }}
          look="plain"
          verb="登记请假"
          onDone={close}
          aside={<Button onPress={close}>不登记</Button>}
        >
          <DateField name="from" label="第一天" />
          <DateField name="to" label="最后一天" />
          <LongTextField name="reason" label="原因" rows={2} hint="如年休假、病假、培训。" />
        </CommandForm>
      )}
    </Block>
  );
}
