import { voidDraw } from '../amendment.ts';
import { layBase } from '../base.ts';
import { commit, freezeAndSeal, operatorOf, prepareDraw, prepareTask, taskOf } from '../draw.ts';
import { carryPlan, draftPlan } from '../plan.ts';
import { openRounds } from '../round.ts';
import type { Scene } from '../scene.ts';

/** 高新区 2017: a draw given up for a wrong roster, and the one after it, committed and waiting for its hour. */
export async function tellGaoxin(scene: Scene): Promise<void> {
  await layBase(scene);
  await scene.at('2017-03-08 10:00');
  const plan = await draftPlan(scene);
  await scene.at('2017-03-10 09:30');
  await carryPlan(scene, plan, '按制度第七条分三次抽取，其余按科室意见保留。');
  await openRounds(scene);
  await scene.at('2017-03-27 15:00');
  const wrong = await prepareDraw(scene, { row: '第一次随机抽查：危险化学品企业', openAt: '2017-03-30 10:00' });
  const frozen = await freezeAndSeal(scene, wrong);
  await scene.at('2017-03-28 09:20');
  await voidDraw(scene, frozen.draw, operatorOf(scene), '名单漏了3月新投产的一家企业，更正底册后重新准备。');
  await scene.at('2017-04-05 15:00');
  const openAt = '2017-04-12 10:00';
  const prepared = await prepareTask(scene, await taskOf(scene, wrong), openAt);
  const { draw } = await freezeAndSeal(scene, prepared);
  await scene.at('2017-04-06 09:00');
  await commit(scene, draw, openAt);
  await scene.at('2017-04-10 09:00');
}
