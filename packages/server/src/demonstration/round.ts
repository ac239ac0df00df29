import { roundRoutes } from '@mingchou/contract';
import { roleHolder, type Scene } from './scene.ts';

/** Opens the rounds that the bureau's sample names. */
export async function openRounds(scene: Scene): Promise<void> {
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  for (const round of scene.bureau.rounds) await clerk.mustSend(roundRoutes.openRound, round);
}
