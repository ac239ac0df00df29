import { budgetRoutes } from '@mingchou/contract';
import { roleHolder, type Scene } from './scene.ts';

/** 工作日测算 as the document declares it, mistakes and all: a draft for the officer to mend. */
export async function draftBudget(scene: Scene): Promise<void> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const content = scene.samples.budget(scene.bureau);
  await clerk.mustSend(budgetRoutes.beginBudget, { year: scene.bureau.year, content });
}
