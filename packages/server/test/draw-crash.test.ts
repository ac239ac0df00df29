import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { drawRoutes, type DrawView } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Errand } from './harness/draw-child.ts';
import { type DrawBureau, drawBureau, openAt, type Stage } from './harness/draw-story.ts';
import { testPassword } from './harness.ts';

let bureau: DrawBureau;
beforeAll(async () => {
  bureau = await drawBureau();
});
afterAll(() => bureau.close());

/** Twenty rounds: a server process is killed with SIGKILL at every boundary between two steps, and once each after its commit. */
const rounds: readonly (readonly [route: Errand['route'], from: Stage | 'drawn', step: string])[] = [
  ['publishCommitment', 'frozen', 'publish-commitment:decided'],
  ['publishCommitment', 'frozen', 'publish-commitment:hashed'],
  ['publishCommitment', 'frozen', 'publish-commitment:files-saved'],
  ['publishCommitment', 'frozen', 'publish-commitment:logged'],
  ['publishCommitment', 'frozen', 'publish-commitment:saved'],
  ['publishCommitment', 'frozen', 'publish-commitment:published'],
  ['publishCommitment', 'frozen', 'after the commit'],
  ['runDraw', 'complete', 'run-draw:decided'],
  ['runDraw', 'complete', 'run-draw:computed'],
  ['runDraw', 'complete', 'run-draw:files-saved'],
  ['runDraw', 'complete', 'run-draw:bundles-saved'],
  ['runDraw', 'complete', 'run-draw:logged'],
  ['runDraw', 'complete', 'run-draw:rows-saved'],
  ['runDraw', 'complete', 'run-draw:saved'],
  ['runDraw', 'complete', 'run-draw:task-stepped'],
  ['runDraw', 'complete', 'run-draw:published'],
  ['runDraw', 'complete', 'after the commit'],
  ['dispatchTask', 'drawn', 'dispatch-task:visits-created'],
  // Last, because an earlier draw that is only frozen keeps the later ones from their commitment.
  ['freezeRoster', 'sealed', 'freeze-roster:decided'],
  ['freezeRoster', 'sealed', 'freeze-roster:roster-saved'],
];

async function carriedTo(stage: Stage | 'drawn'): Promise<DrawView> {
  if (stage !== 'drawn') return bureau.draw(stage);
  const { id } = await bureau.draw('complete');
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(id));
  return bureau.show(id);
}

/** Everything a draw leaves behind, counted; half a draw would show as a mixture of two such lists. */
async function footprint(drawId: DrawId): Promise<Record<string, unknown>> {
  const [found] = await bureau.sql(
    `select d.status, d.version, t.status as task, t.version as "taskVersion",
      (select count(*) from draw_roster r where r.draw_id = d.draw_id)::int as roster,
      (select count(*) from draw_file f where f.draw_id = d.draw_id)::int as files,
      (select count(*) from draw_object o where o.draw_id = d.draw_id)::int as objects,
      (select count(*) from draw_seat s where s.draw_id = d.draw_id)::int as seats,
      (select count(*) from portal_log_entry)::int as logged,
      (select count(*) from audit_entry e where e.aggregate_id in (d.draw_id, d.task_id))::int as audited,
      (select view ->> 'status' from portal_snapshot p where p.kind = 'draw' and p.key = d.draw_no::text) as portal
    from draw d join task t on t.task_id = d.task_id where d.draw_id = $1`,
    [drawId],
  );
  return found ?? {};
}

function runUntilKilled(errand: Errand, step: string): Promise<{ signal: string | null; said: string }> {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'harness/draw-child.ts'), JSON.stringify(errand)],
    {
      env: { ...process.env, MINGCHOU_FAILPOINT: step, NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  child.stderr.on('data', (part: Buffer) => {
    said += part.toString();
  });
  return new Promise((resolve) => child.on('exit', (_code, signal) => resolve({ signal, said })));
}

test.for(rounds)('%s from %s, killed at %s: wholly there or wholly absent', async ([route, from, step]) => {
  const { id, version } = await carriedTo(from);
  if (route === 'publishCommitment') await bureau.clerk.reauthenticate(testPassword);
  const before = await footprint(id);
  const input = { drawId: id, version, ...(route === 'publishCommitment' ? { openAt } : {}) };
  const key = randomUUID();
  const { ownerUrl: url, filesFolder, clock } = bureau;
  const errand = { url, filesFolder, now: clock.now(), cookie: bureau.clerk.cookie(), route, input, key };
  expect(await runUntilKilled(errand, step)).toEqual({ signal: 'SIGKILL', said: '' });

  const after = await footprint(id);
  const committed = step === 'after the commit';
  if (committed) expect(after['version']).toBe(version + 1);
  else expect(after).toEqual(before);

  // The clerk presses again with the same key: one effect in all, whatever the dead server had done.
  const again = await bureau.clerk.send(drawRoutes[route], input as never, { key });
  expect(again).toMatchObject({ ok: true, value: { version: version + 1 } });
  const whole = await footprint(id);
  if (committed) expect(whole).toEqual(after);
  expect(whole).toMatchObject(expected[route]);
});

const expected: Readonly<Record<Errand['route'], object>> = {
  freezeRoster: { status: 'frozen', roster: 41, files: 0, objects: 0, portal: null },
  publishCommitment: { status: 'committed', task: 'drawing', objects: 0, portal: 'committed' },
  runDraw: { status: 'drawn', task: 'drawn', objects: 12, seats: 18, portal: 'drawn' },
  dispatchTask: { status: 'dispatched', task: 'dispatched', objects: 12, portal: 'dispatched' },
};
