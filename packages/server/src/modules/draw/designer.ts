import { type DesignBasisView, designFinding, drawDesign, type DrawPreviewView } from '@mingchou/contract';
import type {
  Actor,
  DesignFinding,
  DrawDesign,
  DrawRefusal,
  DrawSetup,
  Result,
  TaskId,
  TaskOrder,
} from '@mingchou/domain';
import {
  designFindings,
  designOf,
  filterSentence,
  isOverridable,
  mustFindings,
  ok,
  plainDesign,
  poolFindings,
  previewDraw,
  recordOf,
  refuse,
  requestedOverride,
  setupOf,
} from '@mingchou/domain';
import { z } from 'zod';
import type { Db } from '../../db/tx.ts';
import { filterNames } from './filter-names.ts';
import type { DrawPorts } from './ports.ts';
import type { PlannedDraw } from './pool.ts';
import { takeSnapshot } from './pool.ts';
import { preparingDrawOf } from './store.ts';

/** What the designer of a task's draw starts from. */
export async function showDesign(
  ports: DrawPorts,
  db: Db,
  taskId: TaskId,
): Promise<Result<DesignBasisView, DrawRefusal>> {
  const task = await ports.task(db, taskId);
  if (task === undefined) return refuse({ code: 'task-not-ready', status: 'planned' });
  const { order } = task;
  const policy = await ports.policy(db, taskId);
  const draw = await preparingDrawOf(db, taskId);
  const known = new Map(policy.sectors.map((sector) => [sector.code, sector]));
  const { objects, scope, selection, level, approvedBase, approvedCount, sum, from, to } = order;
  return ok({
    ...{ taskId, objects, scope, selection, level, approvedBase, approvedCount, sum, from, to },
    rowNo: order.rowNo,
    taskName: order.name,
    sectors: order.sectors.map((code) => ({
      ...{ code, name: known.get(code)?.label ?? code, key: known.get(code)?.key ?? false },
    })),
    rounding: policy.rounding.value,
    plain: drawDesign.parse(plainDesign(order, policy)),
    current: draw === undefined ? null : drawDesign.parse(designOf(recordOf(draw).setup)),
  });
}

/** 试算: everything a freeze now would find, over the registry as it is. */
export async function previewDesign(
  ports: DrawPorts,
  db: Db,
  input: { readonly taskId: TaskId; readonly design: DrawDesign; readonly overridden: boolean },
  actor: Actor,
): Promise<Result<DrawPreviewView, DrawRefusal>> {
  const task = await ports.task(db, input.taskId);
  if (task === undefined) return refuse({ code: 'task-not-ready', status: 'planned' });
  const policy = await ports.policy(db, input.taskId);
  const override = requestedOverride(input.overridden ? '' : null, actor, db.now);
  const { order } = task;
  const setup = setupOf({ order, bureauCode: '', policy, override }, input.design);
  const planned = await plannedDraw(ports, db, input.taskId, setup);
  const roster = await takeSnapshot(ports, db, planned);
  const prepared = (await preparingDrawOf(db, input.taskId)) !== undefined;
  const alone = designFindings(input.design, order, policy, override, prepared ? 'settled' : (planned.round ?? null));
  const preview = previewDraw(setup, roster);
  return ok({
    ...preview,
    excluded: [...preview.excluded],
    strata: [...preview.strata],
    quota: [...preview.quota],
    findings: z.array(designFinding).parse([...alone, ...preview.findings]),
    filterWords: filterSentence(setup.filter, await filterNames(ports, db)),
  });
}

/** The setup of a design, and what keeps it from being prepared: sizes and bounds are held against the pool at the freeze. */
export async function designed(
  ports: DrawPorts,
  db: Db,
  { id, order }: { readonly id: TaskId; readonly order: TaskOrder },
  given: DrawDesign | undefined,
  asked: { readonly reason: string | null; readonly actor: Actor },
): Promise<{ readonly setup: DrawSetup; readonly findings: readonly DesignFinding[] }> {
  const policy = await ports.policy(db, id);
  const { code } = await ports.bureau(db, db.bureauId);
  const design = given ?? plainDesign(order, policy);
  const plain = setupOf({ order, bureauCode: code, policy }, design);
  if (given === undefined) return { setup: plain, findings: [] };
  const { pool } = await takeSnapshot(ports, db, await plannedDraw(ports, db, id, plain));
  const judge = (setup: DrawSetup) => [
    ...designFindings(design, order, policy, setup.override),
    ...poolFindings(setup, pool).filter((finding) => finding.code === 'count-differs'),
  ];
  const found = judge(plain);
  const override = requestedOverride(asked.reason, asked.actor, db.now);
  // A reason without a departure asks nobody for anything.
  if (override === null || !mustFindings(found).some(isOverridable)) return { setup: plain, findings: found };
  const setup = { ...plain, override };
  return { setup, findings: judge(setup) };
}

/** The draw that is being prepared for the task with another setup, or the one that would be prepared now. */
export async function plannedDraw(ports: DrawPorts, db: Db, taskId: TaskId, setup: DrawSetup): Promise<PlannedDraw> {
  const draw = await preparingDrawOf(db, taskId);
  if (draw !== undefined) return { ...recordOf(draw), setup };
  const round = await ports.openRound(db, setup.filter.sectors);
  return { setup, round: round === undefined ? null : { id: round.id, name: round.name } };
}
