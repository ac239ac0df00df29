import type { ExternalDraw } from '@mingchou/domain';
import type { Tx } from '../../../db/tx.ts';
import type { DrawPorts } from '../ports.ts';

/** What the portal shows of it: everything but who goes where, plainly marked as not verifiable. */
export async function publishExternal(ports: DrawPorts, tx: Tx, draw: ExternalDraw): Promise<void> {
  await ports.publishExternalSnapshot(tx, {
    id: draw.id,
    registerNo: draw.registerNo,
    year: draw.year,
    planRowNo: draw.planRowNo,
    taskName: draw.taskName,
    objects: draw.objectsName,
    status: draw.status,
    platform: draw.platform,
    platformNo: draw.platformNo,
    drawnAt: draw.drawnAt,
    operator: draw.operator,
    registered: { at: draw.registered.at, by: draw.registered.name },
    round: draw.round?.name ?? null,
    approvedCount: draw.approvedCount,
    objectsDrawn: draw.objects.map(({ order, code, name }) => ({ order, code, name })),
    files: draw.files.map(({ hash, size }) => ({ hash, size })),
    withdrawn:
      draw.status === 'withdrawn'
        ? { at: draw.withdrawn.at, by: draw.withdrawn.name, reason: draw.withdrawn.text }
        : null,
  });
}
