import { useDeferredValue, useMemo } from 'react';
import { Panel } from '../../design/index.ts';
import { useFormValues } from '../../form/index.ts';
import { CapacityPlot } from './capacity-plot.tsx';
import { liveOf, liveWith } from './live-plan.ts';
import { MeterList } from './meter-list.tsx';
import './row-page.css';
import { contentFrom } from './row-form.ts';
import type { ShownPlan } from './shown-plan.ts';

/** The whole plan's meters and months, as they would stand with what is typed; they follow the typing, not the saving. */
export function LiveMeters({ shown, rowId }: { readonly shown: ShownPlan; readonly rowId: string }) {
  // Typing goes first: the meters may come a frame later.
  const values = useDeferredValue(useFormValues());
  const row = shown.plan.rows.find((one) => one.id === rowId);
  const saved = useMemo(() => liveOf(shown), [shown]);
  const typed = useMemo(
    () => liveWith(shown, rowId, contentFrom(values, shown.items, row)),
    [shown, rowId, row, values],
  );
  const live = typed ?? saved;
  return (
    <Panel as="aside" title="全年指标" sub="随填写变化" padded>
      <p className="second">
        {typed === null ? '这一行还没有填全，指标仍是已保存的。' : '按现在填写的算，保存后生效。'}
      </p>
      <MeterList meters={live.meters} />
      <CapacityPlot loads={live.loads} narrow />
    </Panel>
  );
}
