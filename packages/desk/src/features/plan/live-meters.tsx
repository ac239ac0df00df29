import { useDeferredValue, useMemo } from 'react';
import { useFormValues } from '../../form/index.ts';
import { CapacityPlot } from './capacity-plot.tsx';
import { liveOf, liveWith } from './live-plan.ts';
import { PlanMeters } from './plan-meters.tsx';
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
    <section aria-label="随填写变化的指标" className="live-meters">
      <p className="second">
        {typed === null ? '这一行还没有填全，指标仍是已保存的。' : '按现在填写的算，保存后生效。'}
      </p>
      <PlanMeters meters={live.meters} />
      <CapacityPlot loads={live.loads} />
    </section>
  );
}
