import { layBase } from '../base.ts';
import { registerExternal } from '../external.ts';
import { carryPlan, draftPlan } from '../plan.ts';
import { openRounds } from '../round.ts';
import type { Scene } from '../scene.ts';

/**
 * 临淄 2023: ten firms planned, three of them jointly with 公安 and 自然资源. The plan is public; its document wants every
 * task drawn on the province's platform, so the first draw was made there and is registered here.
 */
export async function tellLinzi(scene: Scene): Promise<void> {
  await layBase(scene);
  await scene.at('2023-02-20 10:00');
  const plan = await draftPlan(scene);
  await scene.at('2023-02-24 09:30');
  await carryPlan(scene, plan, '各附件按省级清单原文印发，本年度以本表为准。');
  await openRounds(scene);
  await scene.at('2023-03-02 10:20');
  await registerExternal(scene, {
    ...{ row: '部门内部：危险化学品生产、储存', sector: 'hazchem', objects: 3 },
    ...{ platform: '山东省“双随机、一公开”监管平台', platformNo: 'LZ-2023-0302-01', drawnAt: '2023-03-02 09:30' },
  });
  await scene.at('2023-03-06 09:00');
}
