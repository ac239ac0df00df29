import { planRoutes } from '@mingchou/contract';
import { usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { PageHead, Waiting } from '../../design/index.ts';
import { RowEdit } from './row-edit.tsx';
import { RowSource } from './row-source.tsx';

/** One row of the plan table: written anew (`new`) or changed. */
export function RowPage() {
  const { planId = '', rowId = 'new' } = usePathParams();
  // Asked again while the form is open: a change by somebody else shows before it refuses the saving.
  const shown = useQueryRoute(planRoutes.showPlan, { planId }, { every: 10_000 });
  if (shown.data === undefined) return <Waiting on={shown} />;
  const { plan } = shown.data;
  const row = plan.rows.find((one) => one.id === rowId);
  const title = row === undefined ? '增加任务' : `修改任务${row.no}`;
  return (
    <>
      <PageHead title={`${title}　${plan.title}`} meta={<RowSource planId={planId} rowId={rowId} />} />
      <RowEdit key={rowId} shown={shown.data} rowId={rowId} />
    </>
  );
}
