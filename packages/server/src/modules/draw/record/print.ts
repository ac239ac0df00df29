import type { Actor, DrawId, DrawRefusal, Result } from '@mingchou/domain';
import { ok, recordOf, refuse } from '@mingchou/domain';
import type { Db } from '../../../db/tx.ts';
import { typeset } from '../../../papers/index.ts';
import type { DrawPorts, RecordPorts } from '../ports.ts';
import { loadRoster } from '../roster-store.ts';
import { amendedOf } from '../standing.ts';
import { loadDraw } from '../store.ts';
import { showDraw } from '../view.ts';
import { recordContent } from './content.ts';
import { factsOfDesk } from './of-desk.ts';
import type { RecordFacts } from './facts.ts';

interface Printed {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

/** 打印抽取记录: the archive's copy, of what the reader may see on the desk; a draft until the draw is done. */
export async function printRecord(
  ports: DrawPorts,
  papers: RecordPorts,
  db: Db,
  actor: Actor,
  { drawId }: { readonly drawId: DrawId },
): Promise<Result<Printed, DrawRefusal>> {
  const shown = await showDraw(ports, db, drawId, actor);
  if (!shown.ok) return shown;
  if (shown.value.sealing?.closed === true) return refuse({ code: 'draw-sealed' });
  const view = shown.value;
  const { pool } = await loadRoster(db, drawId);
  const stored = await loadDraw(db, drawId);
  const { name: bureau } = await ports.bureau(db, db.bureauId);
  const facts = factsOfDesk(view, {
    bureau,
    terms: await ports.terms(db),
    demonstration: papers.demonstration,
    address: `${papers.publicUrl}${view.publicAddress}`,
    pool,
    amended: stored === undefined ? {} : amendedOf(recordOf(stored.draw)),
  });
  const pdf = await pressRecord(facts);
  const name = `抽取记录-${view.year}年第${view.drawNo}号${view.drawn === null ? '（草稿）' : ''}.pdf`;
  return ok({ name, mediaType: 'application/pdf', base64: Buffer.from(pdf).toString('base64') });
}

export function pressRecord(facts: RecordFacts): Promise<Uint8Array> {
  return typeset({ template: new URL('./record.typ', import.meta.url), data: recordContent(facts) });
}
