import { catalogueRoutes, planRoutes } from '@mingchou/contract';
import { dateOf } from '@mingchou/domain';
import { roleHolder, type Scene } from './scene.ts';

/** A plan as it stands after a command: what the next command needs to name. */
export interface PlanAt {
  readonly planId: string;
  readonly version: number;
}

/** 草稿: the year's plan with all rows of the bureau's document. */
export async function draftPlan(scene: Scene): Promise<PlanAt> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const { rows: items } = await clerk.mustAsk(catalogueRoutes.listItems, { size: 500 });
  const { year, head, rows } = scene.samples.plan(scene.bureau);
  let plan: PlanAt = await clerk.mustSend(planRoutes.createPlan, { year, head });
  for (const { item, ...row } of rows) {
    const itemId = items.find((each) => each.title === item)?.id ?? null;
    const content = { ...row, items: [{ itemId, title: item }] };
    const { planId, version } = await clerk.mustSend(planRoutes.addPlanRow, { ...about(plan), content });
    plan = { planId, version };
  }
  return plan;
}

/** 提交 → 批准 → 公开. What the check must have settled first is kept with `reason`. */
export async function carryPlan(scene: Scene, draft: PlanAt, reason: string): Promise<void> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const settled = await settleFindings(scene, draft, reason);
  const submitted = await clerk.mustSend(planRoutes.submitPlan, about(settled));
  const leader = await scene.as(roleHolder(scene.bureau, 'deputyDirector'));
  const approved = await leader.mustSend(planRoutes.approvePlan, about(submitted));
  const decided = await askGovernment(scene, approved);
  await clerk.mustSend(planRoutes.publishPlan, about(decided));
}

/** 报政府批准 where the bureau's rules ask for it; the government's number is made up. */
async function askGovernment(scene: Scene, plan: PlanAt): Promise<PlanAt> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const { approval, plan: shown } = await clerk.mustAsk(planRoutes.showPlan, { planId: plan.planId });
  if (approval.government === null || shown.approved === null) return plan;
  const day = dateOf(shown.approved.at);
  const to = `${scene.bureau.name.replace(/应急管理局$/, '')}人民政府`;
  const sent = await clerk.mustSend(planRoutes.sendPlanToGovernment, { ...about(plan), to, sentOn: day });
  const answer = { outcome: 'approved' as const, answeredOn: day, documentNo: `演政批〔${shown.year}〕1号` };
  return clerk.mustSend(planRoutes.recordGovernmentAnswer, { ...about(sent), ...answer, opinion: '同意', file: null });
}

/** Keeps what may be kept, with the reason; mends the rest by its first remedy. */
async function settleFindings(scene: Scene, draft: PlanAt, reason: string): Promise<PlanAt> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const { check } = await clerk.mustAsk(planRoutes.showPlan, { planId: draft.planId });
  let plan = draft;
  for (const { id: finding, dismissible, remedies } of check.open.filter((each) => each.blocks)) {
    plan = dismissible
      ? await clerk.mustSend(planRoutes.dismissFinding, { ...about(plan), finding, reason })
      : await clerk.mustSend(planRoutes.mendFinding, { ...about(plan), finding, remedy: remedies[0]?.key ?? '' });
  }
  return plan;
}

function about({ planId, version }: PlanAt): PlanAt {
  return { planId, version };
}
