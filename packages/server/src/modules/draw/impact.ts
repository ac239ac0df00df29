import type { PolicyImpact } from '@mingchou/contract';
import {
  designOf,
  type DrawPolicy,
  type DrawSetup,
  plainDesign,
  recordOf,
  setupOf,
  type Task,
  type TaskId,
} from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { plannedDraw } from './designer.ts';
import { takeSnapshot } from './pool.ts';
import type { DrawPorts } from './ports.ts';
import { preparingDrawOf } from './store.ts';

/**
 * What other rules would make of the draws of tasks that are not drawn yet. A draw in preparation keeps the rules it
 * was prepared by until somebody changes its design; then it would be what stands under 「after」.
 */
export async function drawImpacts(
  ports: DrawPorts,
  db: Db,
  tasks: readonly Task[],
  rulesOf: (taskId: TaskId) => Promise<{ readonly before: DrawPolicy; readonly after: DrawPolicy }>,
): Promise<readonly PolicyImpact[]> {
  const planned = tasks.filter(({ status }) => status === 'planned');
  const impacts: { [K in 'task' | 'draw']: { open: number; rows: PolicyImpact['rows'] } } = {
    task: { open: planned.length, rows: [] },
    draw: { open: 0, rows: [] },
  };
  for (const task of tasks) {
    const draw = task.status === 'drawing' ? await preparingDrawOf(db, task.id) : undefined;
    if (task.status !== 'planned' && draw === undefined) continue;
    const design = draw === undefined ? undefined : designOf(recordOf(draw).setup);
    const wordsBy = async (policy: DrawPolicy) => {
      const given = { order: task.order, bureauCode: '', policy };
      return drawText(ports, db, task, setupOf(given, design ?? plainDesign(task.order, policy)), policy);
    };
    const rules = await rulesOf(task.id);
    const [before, after] = [await wordsBy(rules.before), await wordsBy(rules.after)];
    const impact = draw === undefined ? impacts.task : impacts.draw;
    if (draw !== undefined) impact.open += 1;
    if (before !== after) impact.rows.push({ name: task.order.name, before, after });
  }
  return [
    { kind: 'task', ...impacts.task },
    { kind: 'draw', ...impacts.draw },
  ];
}

async function drawText(ports: DrawPorts, db: Db, task: Task, setup: DrawSetup, policy: DrawPolicy): Promise<string> {
  const { pool } = await takeSnapshot(ports, db, await plannedDraw(ports, db, task.id, setup));
  const excluded = pool.filter(({ exclusion }) => exclusion !== null).length;
  const seats = Math.max(0, ...setup.strata.map((stratum) => stratum.seats.length));
  return `${pool.length}家中排除${excluded}家，每组${seats}人，骰子${policy.diceDigits}位，见证人至少${policy.leastWitnesses}名`;
}
