import { planRoutes } from '@mingchou/contract';
import { secondsOf } from '../figure.ts';
import type { BenchClient } from '../house/client.ts';

/** A draft of the year after the demonstration's, whose rows repeat those of the demonstration's plan. */
export async function longPlan(
  client: BenchClient,
  count: number,
): Promise<{ readonly planId: string; readonly rowId: string; readonly seconds: number }> {
  const { rows: plans } = await client.ask(planRoutes.listPlans, { size: 100 });
  const [source] = plans;
  if (source === undefined) throw new Error('the demonstration has no plan');
  const { plan } = await client.ask(planRoutes.showPlan, { planId: source.id });
  const { title, addressees, upstream } = plan;
  const head = { title, addressees, upstream, documentNo: null, issuedOn: null };
  const year = source.year + 1;
  let saved = await client.send(planRoutes.createPlan, { year, head });
  let rowId = '';
  for (let no = 1; no <= count; no += 1) {
    const {
      id: _id,
      no: _no,
      base: _base,
      approvedCount: _count,
      ...content
    } = plan.rows[no % plan.rows.length] ?? missing();
    const month = String((no % 12) + 1).padStart(2, '0');
    const window = { from: `${year}-${month}-01`, to: `${year}-${month}-28` };
    const added = await client.send(planRoutes.addPlanRow, {
      ...saved,
      content: { ...content, name: `${content.name}${no}`, window },
    });
    saved = { planId: added.planId, version: added.version };
    rowId = added.rowId;
  }
  const seconds = await secondsOf(() => client.ask(planRoutes.showPlan, { planId: saved.planId }), 3);
  return { planId: saved.planId, rowId, seconds };
}

function missing(): never {
  throw new Error('the demonstration’s plan has no rows');
}
