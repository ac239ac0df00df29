import type { DrawId } from '@mingchou/domain';
import type { DrawBureau } from './draw-story.ts';

/** Everything a draw leaves behind, counted; half a draw would show as a mixture of two such lists. */
export async function footprintOf(bureau: DrawBureau, drawId: DrawId): Promise<Record<string, unknown>> {
  const [found] = await bureau.sql(
    `select d.status, d.version, t.status as task, t.version as "taskVersion",
      (select count(*) from draw_roster r where r.draw_id = d.draw_id)::int as roster,
      (select count(*) from draw_file f where f.draw_id = d.draw_id)::int as files,
      (select count(*) from draw_object o where o.draw_id = d.draw_id)::int as objects,
      (select count(*) from draw_seat s where s.draw_id = d.draw_id)::int as seats,
      (select count(*) from visit)::int as visits,
      (select count(*) from portal_log_entry)::int as logged,
      (select count(*) from audit_entry e where e.aggregate_id in (d.draw_id, d.task_id))::int as audited,
      (select count(*) from idempotency_key)::int as answered,
      (select md5(string_agg(p.kind || p.key || p.view, ' ' order by p.kind, p.key)) from portal_snapshot p) as shown,
      (select view ->> 'status' from portal_snapshot p where p.kind = 'draw' and p.key = d.draw_no::text) as portal
    from draw d join task t on t.task_id = d.task_id where d.draw_id = $1`,
    [drawId],
  );
  return found ?? {};
}
