// A plan of 500 rows under the hands of a clerk: what each keystroke costs in a real browser, and what the checker costs.
import { openHouse } from '../e2e/house.ts';
import type { Figure } from './figure.ts';
import { signIn } from './house/client.ts';
import { checkFive } from './plan/check.ts';
import { typeIntoRow } from './plan/keystrokes.ts';
import { longPlan } from './plan/long-plan.ts';

const rows = 500;

export async function figures(): Promise<readonly Figure[]> {
  const house = await openHouse();
  try {
    const checking = await checkFive(house.address);
    const client = await signIn(house.address, 'changzi');
    const { planId, rowId, seconds } = await longPlan(client, rows);
    const shown: Figure = {
      name: `the server's answer for a plan of ${rows} rows`,
      value: seconds,
      unit: 's',
      goal: { atMost: 1 },
    };
    return [checking, shown, ...(await typeIntoRow(house.address, `/desk/plan/${planId}/row/${rowId}`, rows))];
  } finally {
    await house.close();
  }
}
