import type { CollectingDraw, DrawResult } from '@mingchou/domain';
import { publicSource, valuesOf } from '@mingchou/domain';
import type { Assignment, FileName, Files, Selection } from '@mingchou/verifier';
import { bytesOfHex, drawKey, lineOf, resultHash } from '@mingchou/verifier';
import { drawAside } from '../../crew/draw-aside.ts';

export interface Computed {
  readonly files: Map<FileName, Uint8Array>;
  readonly selection: Selection;
  readonly assignment: Assignment;
  readonly result: DrawResult;
}

/**
 * The result from the committed files and the collected values. Before anything is saved our own verifier must agree:
 * a result that strangers would find wrong is a bug here and throws. `salt` hides the logged hash of a sealed draw.
 */
export async function computeDraw(draw: CollectingDraw, committed: Files, salt?: string): Promise<Computed> {
  const { suite, bureauCode } = draw.setup;
  const values = valuesOf(draw);
  const lines = draw.sources.map((source, index) => {
    const line = lineOf(suite, bureauCode, draw.drawNo, publicSource(source), values[index] ?? '');
    if (line === undefined) throw new Error(`the value of source ${index + 1} does not fit what was announced`);
    return line;
  });
  const { files, seed, selection, assignment, report } = await drawAside({ kind: 'draw', files: committed, lines });
  const all = new Map([...committed, ...files]);
  if (report.verdict === 'failed' || report.commitment !== draw.commitment.c) {
    const failed = report.checks.filter((check) => check.status === 'failed').map((check) => check.name);
    throw new Error(`the verifier disagrees with draw ${draw.id}: ${failed.join(', ')}`);
  }
  return { files: all, selection, assignment, result: resultOf() };

  function resultOf(): DrawResult {
    const kinds = (kind: 'S' | 'R') => selection.filter((line) => line.kind === kind).length;
    return {
      seed,
      sampleKey: drawKey(suite, 'sample', seed),
      hash: resultHash(suite, all, salt === undefined ? undefined : bytesOfHex(salt)),
      ...(salt === undefined ? {} : { salt }),
      selected: kinds('S'),
      reserves: kinds('R'),
      vacantSeats: assignment.seats.filter((seat) => seat.holder === undefined).length,
    };
  }
}
