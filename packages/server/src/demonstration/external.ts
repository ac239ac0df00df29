import { externalRoutes, registryRoutes, taskRoutes } from '@mingchou/contract';
import { operatorOf } from './draw.ts';
import { beijingInstant, type Scene } from './scene.ts';

interface OnThePlatform {
  /** Name of the plan row whose task was drawn there. */
  readonly row: string;
  readonly sector: string;
  readonly objects: number;
  readonly platform: string;
  readonly platformNo: string;
  readonly drawnAt: string;
}

/** 外部抽取: a task drawn on another platform is registered with list, teams and screenshot, and dispatched. */
export async function registerExternal(scene: Scene, drawn: OnThePlatform): Promise<void> {
  const operator = operatorOf(scene);
  const clerk = await scene.as(operator);
  const { openable } = await clerk.mustAsk(taskRoutes.listTasks, {});
  const row = openable.find((each) => each.name === drawn.row);
  if (row === undefined) throw new Error(`no plan row is called ${drawn.row}`);
  const { taskId } = await clerk.mustSend(taskRoutes.openTask, { planRowId: row.planRowId });
  const { drawId, version } = await clerk.mustSend(externalRoutes.registerExternalDraw, {
    ...{ taskId, operator, platform: drawn.platform, platformNo: drawn.platformNo },
    drawnAt: beijingInstant(drawn.drawnAt),
    list: { kind: 'text', text: await listOf(scene, drawn) },
    files: [
      {
        name: '抽取结果.png',
        mediaType: 'image/png',
        base64: Buffer.from(scene.samples.screenshot(scene.bureau)).toString('base64'),
      },
    ],
  });
  await clerk.mustSend(externalRoutes.dispatchExternalDraw, { drawId, version });
}

/** What is pasted: one object a line with its two inspectors, some of the sector taken at even distances. */
async function listOf(scene: Scene, { sector, objects }: OnThePlatform): Promise<string> {
  const clerk = await scene.as(operatorOf(scene));
  const { rows } = await clerk.mustAsk(registryRoutes.listSubjects, { size: 500 });
  const subjects = rows.filter((each) => each.sector === sector && each.status.kind === 'in-business');
  const { inspectors } = scene.bureau;
  return Array.from({ length: objects }, (_, at) => {
    const subject = subjects[Math.floor(((at + 0.5) * subjects.length) / objects)];
    const team = [0, 1].map((seat) => inspectors[(2 * at + seat) % inspectors.length] ?? '');
    return [subject?.code ?? '', ...team].join('\t');
  }).join('\n');
}
