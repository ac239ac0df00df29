import { layBase } from '../base.ts';
import { draftBudget } from '../budget.ts';
import { prepareDraw } from '../draw.ts';
import { carryPlan, draftPlan } from '../plan.ts';
import { openRounds } from '../round.ts';
import type { Scene } from '../scene.ts';

/** 立山 2023: 25 + 45 units planned; the draw of the 45 is being prepared; the budget of days is a draft, with the document's mistakes. */
export async function tellLishan(scene: Scene): Promise<void> {
  await layBase(scene);
  await scene.at('2023-01-09 10:00');
  await draftBudget(scene);
  const plan = await draftPlan(scene);
  await scene.at('2023-01-12 09:30');
  await carryPlan(scene, plan, '工作日测算另行核对，抽查家数以本表为准。');
  await openRounds(scene);
  await scene.at('2023-02-13 15:00');
  await prepareDraw(scene, { row: '一般检查单位双随机抽查', openAt: '2023-02-20 10:00' });
  await scene.at('2023-02-14 09:00');
}
