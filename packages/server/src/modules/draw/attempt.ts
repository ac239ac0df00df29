import { voidReasonTitles } from '@mingchou/contract';
import type { Draw } from '@mingchou/domain';
import { recordOf } from '@mingchou/domain';
import type { Tx } from '../../db/tx.ts';
import type { DrawPorts } from './ports.ts';

/** The public line of the draw's number, which says nothing of what is drawn. */
export async function publishAttemptOf(ports: DrawPorts, tx: Tx, draw: Draw): Promise<void> {
  const { drawNo, setup, prepared } = recordOf(draw);
  await ports.publishAttempt(tx, {
    drawNo,
    year: setup.year,
    preparedAt: prepared.at,
    voided:
      draw.status === 'voided'
        ? {
            at: draw.voided.approver.at,
            // The applicant's words may name what would be drawn; the kind of reason does not.
            reason: voidReasonTitles[draw.voided.reason],
            approver: draw.voided.approver.name,
          }
        : null,
  });
}
