import { layBase } from '../base.ts';
import { draftPlan } from '../plan.ts';
import type { Scene } from '../scene.ts';

/** 偃师 2023: its scheme names six sectors and no numbers, so its plan is still a draft. */
export async function tellYanshi(scene: Scene): Promise<void> {
  await layBase(scene);
  await scene.at('2023-03-10 10:00');
  await draftPlan(scene);
  await scene.at('2023-03-13 09:00');
}
