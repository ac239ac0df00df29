import { registryRoutes } from '@mingchou/contract';
import { recuse } from '../amendment.ts';
import { layBase } from '../base.ts';
import { commit, dispatch, freezeAndSeal, hold, prepareDraw } from '../draw.ts';
import { confirm, disclose, type Finding, inspect, inspectionsOf, review } from '../inspection.ts';
import { carryPlan, draftPlan } from '../plan.ts';
import { openRounds } from '../round.ts';
import type { Scene } from '../scene.ts';

/**
 * 长子 2022: the plan's second row from the roster to the last disclosed result, and its first row (six 煤矿, all of
 * them, in drawn order) part of the way, so that the queue of results to disclose has something in it.
 */
export async function tellChangzi(scene: Scene): Promise<void> {
  await layBase(scene);
  await declareConflicts(scene);
  await scene.at('2022-03-01 10:30');
  const plan = await draftPlan(scene);
  await scene.at('2022-03-03 09:00');
  await carryPlan(scene, plan, '正文按市级模板印发，本年度以计划表为准，已向吕审说明。');

  await openRounds(scene);
  await drawMines(scene);
  await drawDangerousChemicals(scene);
  await inspectDangerousChemicals(scene);
  await inspectMines(scene);
  await scene.at('2022-05-06 09:12');
}

async function declareConflicts(scene: Scene): Promise<void> {
  const clerk = await scene.as('何书');
  const { rows: subjects } = await clerk.mustAsk(registryRoutes.listSubjects, { size: 500 });
  const { rows: inspectors } = await clerk.mustAsk(registryRoutes.listInspectors, { size: 500 });
  const between: readonly (readonly [string, string, 'kin' | 'past-employment' | 'shareholding', string])[] = [
    ['蒋十二', '月字号', 'past-employment', '2019年以前在该加油站工作'],
    ['吴六', '黄字号', 'kin', '经营者是其近亲属'],
    ['李四', '洪字号', 'shareholding', '配偶持有该站股份'],
  ];
  for (const [person, firm, kind, reason] of between) {
    const inspector = inspectors.find((each) => each.name === person);
    const subject = subjects.find((each) => each.name.includes(firm));
    if (inspector === undefined || subject === undefined) throw new Error(`${person} or ${firm} is not registered`);
    await clerk.mustSend(registryRoutes.declareConflict, {
      inspectorId: inspector.id,
      subjectId: subject.id,
      kind,
      reason,
    });
  }
}

async function drawMines(scene: Scene): Promise<void> {
  await scene.at('2022-03-14 15:00');
  const openAt = '2022-03-15 10:00';
  const prepared = await prepareDraw(scene, { row: '2022年煤矿企业双随机抽查计划', openAt });
  const { draw, devices } = await freezeAndSeal(scene, prepared);
  const committed = await commit(scene, draw, openAt);
  const drawn = await hold(scene, committed, devices, {
    ...{ digits: '59310482276640175983', thrownAt: '2022-03-15 10:01', revealedAt: '2022-03-15 10:04' },
  });
  await dispatch(scene, drawn);
}

async function drawDangerousChemicals(scene: Scene): Promise<void> {
  await scene.at('2022-04-01 15:40');
  await suspend(scene, '辰字号', '2022-03-28', '停业整修，已交停业报告');
  await suspend(scene, '闰字号', '2022-03-30', '经营场所拆迁，暂停经营');
  await scene.at('2022-04-01 16:20');
  const openAt = '2022-04-06 10:00';
  const prepared = await prepareDraw(scene, { row: '2022年危险化学品生产经营企业双随机抽查计划', openAt });
  const { draw, devices } = await freezeAndSeal(scene, prepared);
  await scene.at('2022-04-02 09:00');
  const committed = await commit(scene, draw, openAt);
  const drawn = await hold(scene, committed, devices, {
    ...{ digits: '40719365028841736259', thrownAt: '2022-04-06 10:01', revealedAt: '2022-04-06 10:06' },
  });
  await scene.at('2022-04-06 10:20');
  await dispatch(scene, drawn);
  await scene.at('2022-04-07 09:30');
  await recuse(scene, drawn, '2020年以前在该企业任职', '2022-04-07 11:00');
}

async function suspend(scene: Scene, firm: string, since: string, reason: string): Promise<void> {
  const clerk = await scene.as('何书');
  const { rows } = await clerk.mustAsk(registryRoutes.listSubjects, { size: 500 });
  const subject = rows.find((each) => each.name.includes(firm));
  if (subject === undefined) throw new Error(`${firm} is not registered`);
  const { id, version } = subject;
  await clerk.mustSend(registryRoutes.changeSubjectStatus, { id, version, status: 'suspended', since, reason });
}

/** Nine visits from 11 to 21 April, made public in two goes; every result within seven working days. */
async function inspectDangerousChemicals(scene: Scene): Promise<void> {
  const inspections = await inspectionsOf(scene, 2);
  await inspectAndDisclose(scene, inspections.slice(0, 5), ['11', '12', '13', '14', '15'], '2022-04-18 09:00');
  await inspectAndDisclose(scene, inspections.slice(5), ['18', '19', '20', '21'], '2022-04-22 08:50');
}

async function inspectAndDisclose(
  scene: Scene,
  inspections: Awaited<ReturnType<typeof inspectionsOf>>,
  days: readonly string[],
  disclosedAt: string,
): Promise<void> {
  for (const [at, inspection] of inspections.entries()) {
    await inspect(scene, inspection, found(`2022-04-${days[at] ?? '21'}`, at));
    await confirm(scene, inspection, '施核');
  }
  await scene.at(disclosedAt);
  for (const inspection of inspections) {
    await review(scene, inspection);
    await disclose(scene, inspection, '施核');
  }
}

function found(day: string, at: number): Finding {
  const clean = at % 4 !== 1;
  return {
    begunAt: `${day} 10:05`,
    endedAt: `${day} 11:40`,
    category: clean ? '1' : '6',
    failed: clean ? null : { no: 2, text: '日常管理不符合要求：可燃气体检测报警器有一处关闭，已责令立即改正。' },
  };
}

/** Three of the six mines by the time the demonstration begins: one result late, one due today, one still with the chief. */
async function inspectMines(scene: Scene): Promise<void> {
  const [first, second, third] = await inspectionsOf(scene, 1);
  if (first === undefined || second === undefined || third === undefined) throw new Error('six mines were drawn');
  await inspect(scene, first, found('2022-04-22', 2));
  await confirm(scene, first, '张矿');
  await inspect(scene, second, found('2022-04-24', 3));
  await confirm(scene, second, '张矿');
  await review(scene, second);
  await inspect(scene, third, found('2022-04-26', 1));
}
