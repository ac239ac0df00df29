import { type DrawHistoryEntry, overrideTitles } from '@mingchou/contract';
import type { AuditorsFileTaken, DrawEvent, DrawId } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import '../../audit/tables.ts';

/** 办理记录 — what happened to the draw, newest first, from the audit log. */
export async function loadHistory(db: Db, drawId: DrawId): Promise<DrawHistoryEntry[]> {
  const rows = await db.db
    .selectFrom('audit_entry')
    .select(['at', 'event_type as type', 'actor_name as by', 'event'])
    .where('bureau_id', '=', db.bureauId)
    .where('noun', '=', 'draw')
    .where('aggregate_id', '=', drawId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ at, type, by, event }) => ({
    at,
    type,
    by,
    detail: detailOf(event as DrawEvent | AuditorsFileTaken),
  }));
}

function detailOf(event: DrawEvent | AuditorsFileTaken): string | null {
  switch (event.type) {
    case 'witness-link-issued':
      return event.witness;
    case 'lottery-recorded':
    case 'lottery-confirmed':
      return event.lottery;
    case 'commitment-published':
      return String(event.logIndex + 1);
    case 'amendment-requested':
      return event.request.text;
    case 'amendment-declined':
    case 'draw-amended':
      return event.text === '' ? null : event.text;
    case 'seat-decided':
      return event.decision.text;
    case 'exclusion-override-requested':
      return `${overrideTitles[event.override.kind]}${event.override.name}：${event.override.text}`;
    case 'exclusion-override-approved':
      return event.name;
    case 'exclusion-override-declined':
      return `${event.name}：${event.text}`;
    case 'draw-void-requested':
    case 'draw-void-declined':
    case 'draw-override-declined':
      return event.text;
    case 'auditors-file-taken':
      return event.name;
    case 'draw-unsealed':
      return event.early;
    case 'draw-dispatched':
      return String(event.visits);
    default:
      return null;
  }
}
