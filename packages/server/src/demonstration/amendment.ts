import { drawRoutes } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import type { DrawAt } from './draw.ts';
import { roleHolder, type Scene } from './scene.ts';

/** 回避: whoever holds the second seat of the last visit asks for it himself, the leader grants it a little later. */
export async function recuse(scene: Scene, drawn: DrawAt, text: string, grantedAt: string): Promise<void> {
  const drawId = drawn.drawId as DrawId;
  const clerk = await scene.as(roleHolder(scene.bureau, 'legalClerk'));
  const { visits, version } = await clerk.mustAsk(drawRoutes.showAmendments, { drawId });
  const visit = visits.at(-1);
  const seat = visit?.seats.at(-1);
  if (visit === undefined || seat === undefined || seat.holder === null) throw new Error('the last visit has a team');
  const inspector = await scene.as(seat.holder.name);
  const asked = await inspector.mustSend(drawRoutes.requestRecusal, {
    ...{ drawId, version, visit: visit.visit, seat: seat.seat },
    ...{ origin: 'self', reason: 'past-employment', text },
  });
  await scene.at(grantedAt);
  const leader = await scene.as(roleHolder(scene.bureau, 'deputyDirector'));
  await leader.mustSend(drawRoutes.approveAmendment, { ...asked, text: '情况属实' });
}

/** 作废: asked for by who runs the draw, granted by the leader. */
export async function voidDraw(scene: Scene, draw: DrawAt, operator: string, text: string): Promise<void> {
  const clerk = await scene.as(operator);
  const drawId = draw.drawId as DrawId;
  const { version } = await clerk.mustAsk(drawRoutes.showDraw, { drawId });
  const asked = await clerk.mustSend(drawRoutes.requestVoidDraw, { drawId, version, reason: 'roster-wrong', text });
  const leader = await scene.asTrusted(roleHolder(scene.bureau, 'deputyDirector'));
  await leader.mustSend(drawRoutes.voidDraw, { drawId, version: asked.version });
}
