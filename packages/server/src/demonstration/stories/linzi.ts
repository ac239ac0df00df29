import { layBase } from '../base.ts';
import { carryPlan, draftPlan } from '../plan.ts';
import { openRounds } from '../round.ts';
import type { Scene } from '../scene.ts';

/** 临淄 2023: ten firms planned, three of them jointly with 公安 and 自然资源; the plan is public, nothing drawn yet. */
export async function tellLinzi(scene: Scene): Promise<void> {
  await layBase(scene);
  await scene.at('2023-02-20 10:00');
  const plan = await draftPlan(scene);
  await scene.at('2023-02-24 09:30');
  await carryPlan(scene, plan, '各附件按省级清单原文印发，本年度以本表为准。');
  await openRounds(scene);
  await scene.at('2023-03-06 09:00');
}
