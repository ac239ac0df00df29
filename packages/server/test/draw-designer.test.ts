import { type DrawDesignView, drawRoutes, taskRoutes } from '@mingchou/contract';
import type { TaskId } from '@mingchou/domain';
import { readBundle, verify } from '@mingchou/verifier';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRead } from '../src/db/tx.ts';
import { readFile } from '../src/files/index.ts';
import { type DrawBureau, drawBureau, openAt, witnesses } from './harness/draw-story.ts';

let bureau: DrawBureau;
beforeAll(async () => {
  bureau = await drawBureau();
});
afterAll(() => bureau.close());

const share = (n: number, d: number) => ({ ratio: { n, d }, round: 'ceil' as const });
const stratum = (grade: string, size: DrawDesignView['reserve'], batches: number | null = null) => ({
  ...{ code: `grade-${grade}`, size, batches },
});

/** 41 objects in grades A 10, B 11, C 10, D 10; five of them 重点. Drawn: 1, 3, 3 and 2. */
function byGrade(change: Partial<DrawDesignView> = {}): DrawDesignView {
  return {
    filter: {
      ...{ selection: 'targeted', sectors: ['hazchem-production', 'hazchem-trade'], level: 'all' },
      ...{ grades: ['A', 'B', 'C', 'D'], regions: [], sections: [], words: [] },
    },
    stratifiedBy: 'grade',
    strata: [
      stratum('A', share(1, 10)),
      stratum('B', share(1, 5)),
      stratum('C', share(3, 10), 2),
      stratum('D', { count: 2 }),
    ],
    quota: [{ group: 'K', members: { of: 'priority-subjects' }, min: { count: 4 }, max: null }],
    reserve: share(1, 3),
    ...change,
  };
}

const preview = (taskId: TaskId, design: DrawDesignView) =>
  bureau.clerk.mustAsk(drawRoutes.previewDraw, { taskId, design: JSON.stringify(design) });

test('a draw in strata with a bound on 重点 and batches is previewed, frozen the same, drawn and verified', async () => {
  const taskId = await bureau.task();
  const seen = await preview(taskId, byGrade());
  expect(seen).toMatchObject({
    ...{ base: 41, eligible: 41, size: 9, reserve: 4 },
    filterWords: '定向：类别为危化生产、危化经营，A级、B级、C级、D级的抽查对象',
    quota: [{ group: 'K', min: 4, max: null, eligible: 5, most: 5 }],
  });
  expect(seen.strata.map(({ formula }) => formula)).toEqual([
    '10×10%＝1家',
    '11×20%＝2.2，进一，3家',
    '10×30%＝3家',
    '2家',
  ]);
  expect(seen.findings.filter((finding) => finding.level === 'must')).toEqual([]);

  const drawn = await bureau.draw('complete', { design: byGrade() });
  expect(drawn.strata.map(({ figures }) => figures)).toMatchObject(
    seen.strata.map(({ pool, eligible, size, reserve }) => ({ pool, eligible, size, reserve })),
  );
  await bureau.clerk.mustSend(drawRoutes.runDraw, await bureau.about(drawn.id));
  const { files, objectsDrawn, teams } = await bureau.show(drawn.id);
  const hash = files.find((file) => file.name === 'bundle-auditors.zip')?.hash ?? '';
  const stored = await inRead(bureau.database, bureau.bureauId, (db) => readFile(db, hash));
  const bundle = readBundle(stored?.bytes ?? new Uint8Array());
  if (!bundle.ok) throw new Error(bundle.refusal.text);
  const { logSigner } = bureau.database;
  expect(verify(bundle.value, { logKeys: [logSigner.key] }).verdict).toBe('complete');

  const priority = [...bureau.around.subjects.values()].filter((one) => one.priority === 'priority');
  const selected = objectsDrawn.filter((object) => object.kind === 'selected');
  const key = selected.filter((object) => priority.some((one) => one.code === object.code));
  expect(key.length).toBeGreaterThanOrEqual(4);
  const inBatches = teams.filter((team) => team.visit.startsWith('B-grade-C-'));
  expect(new Set(inBatches.map((team) => team.visit)).size).toBe(2);
  for (const visit of new Set(inBatches.map((team) => team.visit))) {
    const [first, ...rest] = inBatches.filter((team) => team.visit === visit);
    for (const other of rest) expect(other.seats).toEqual(first?.seats);
  }

  // Nine objects, three of them in two batches: eight visits, each with its own team.
  const sent = await bureau.clerk.mustSend(drawRoutes.dispatchTask, await bureau.about(drawn.id));
  expect(sent.visits).toBe(8);
  const visits = bureau.around.dispatched.at(-1)?.visits ?? [];
  expect(visits.map((visit) => visit.subjects.length).sort()).toEqual([1, 1, 1, 1, 1, 1, 1, 2]);
  const visitsCsv = new TextDecoder().decode(bundle.value.get('visits.csv'));
  // The objects of a batch go out in the order in which they were dealt.
  const dealt = visitsCsv.split('\n').filter((line) => line.startsWith('B-'));
  const batch = (visit: string) => dealt.flatMap((line) => (line.startsWith(`${visit},`) ? [line.split(',')[1]] : []));
  const codesOf = new Set(visits.map(({ subjects }) => subjects.map(({ code }) => code).join(' ')));
  for (const visit of ['B-grade-C-1', 'B-grade-C-2']) expect(codesOf).toContain(batch(visit).join(' '));
});

test('the numbers of a preview open the rows behind them', async () => {
  const [subject] = bureau.around.subjects.values();
  if (subject === undefined) throw new Error('nobody');
  bureau.around.subjects.set('s1', { ...subject, standing: 'suspended', evidence: '停业报告' });
  const taskId = await bureau.task();
  const rows = (input: object) =>
    bureau.clerk.mustAsk(drawRoutes.listPreview, { taskId, design: JSON.stringify(byGrade()), size: 500, ...input });
  const all = await rows({});
  expect([all.total, all.rows[0]?.exclusion]).toEqual([41, { reason: 'suspended', evidence: '停业报告' }]);
  expect((await rows({ stratum: 'grade-B', excluded: 'no' })).total).toBe(10);
  expect((await rows({ excluded: 'suspended' })).rows.map(({ code }) => code)).toEqual([subject.code]);
  expect((await rows({ group: 'K' })).total).toBe(5);
  bureau.around.subjects.set('s1', subject);
});

test('a total beside the approved number goes on only with a reason and a deputy director', async () => {
  const design = byGrade({ strata: [stratum('A', { count: 10 }, 2), ...byGrade().strata.slice(1)] });
  const taskId = await bureau.task();
  const { findings, strata } = await preview(taskId, design);
  expect(findings).toContainEqual(expect.objectContaining({ code: 'count-differs', approved: 9, total: 18 }));
  expect(strata[0]).toMatchObject({ full: true });
  const refused = await bureau.clerk.send(drawRoutes.prepareDraw, { taskId, openAt, witnesses, design });
  expect(refused).toMatchObject({ ok: false, status: 422, refusal: { code: 'design-refused' } });

  const { id } = await bureau.draw('sealed', { design, overrideReason: 'A级整治期间全部检查' });
  const frozen = await bureau.clerk.send(drawRoutes.freezeRoster, await bureau.about(id));
  expect(frozen).toMatchObject({ ok: false, refusal: { code: 'override-not-approved' } });
  const byClerk = await bureau.clerk.send(drawRoutes.approveDrawOverride, await bureau.about(id));
  expect(byClerk).toMatchObject({ ok: false, status: 403 });
  await bureau.leader.mustSend(drawRoutes.approveDrawOverride, await bureau.about(id));
  await bureau.clerk.mustSend(drawRoutes.freezeRoster, await bureau.about(id));
  const shown = await bureau.show(id);
  expect(shown).toMatchObject({
    override: { reason: 'A级整治期间全部检查', approved: { name: '吕审' } },
    figures: { size: 18 },
  });
  expect(shown.strata[0]).toMatchObject({ full: true, batches: 2 });
});

test('a declined departure is redesigned while nothing is frozen', async () => {
  const design = byGrade({ strata: [stratum('A', { count: 4 }), ...byGrade().strata.slice(1)] });
  const { id } = await bureau.draw('prepared', { design, overrideReason: 'A级多抽3家' });
  const text = '没有理由多抽，按批准数';
  await bureau.leader.mustSend(drawRoutes.declineDrawOverride, { ...(await bureau.about(id)), text });
  const again = { ...(await bureau.about(id)), design: byGrade(), overrideReason: null };
  await bureau.clerk.mustSend(drawRoutes.redesignDraw, again);
  const frozen = await bureau.clerk.mustSend(drawRoutes.freezeRoster, await bureau.about(id));
  expect(frozen.status).toBe('frozen');
  expect((await bureau.show(id)).history.map((entry) => entry.type)).toEqual([
    ...['roster-frozen', 'draw-redesigned', 'draw-override-declined', 'draw-prepared'],
  ]);
});

test('the bureau keeps filters under names, each once', async () => {
  const filter = byGrade().filter;
  const saved = await bureau.clerk.mustSend(drawRoutes.saveDrawFilter, { name: '危化四个等级', filter });
  const twice = await bureau.clerk.send(drawRoutes.saveDrawFilter, { name: '危化四个等级', filter });
  expect(twice).toMatchObject({ ok: false, refusal: { code: 'filter-name-taken' } });
  const replaces = { filterId: saved.filterId, version: saved.version };
  const narrower = { ...filter, grades: ['D' as const] };
  await bureau.clerk.mustSend(drawRoutes.saveDrawFilter, { name: '危化D级', filter: narrower, replaces });
  const stale = await bureau.clerk.send(drawRoutes.saveDrawFilter, { name: '危化D级', filter, replaces });
  expect(stale).toMatchObject({ ok: false, refusal: { code: 'stale' } });
  const { filters } = await bureau.clerk.mustAsk(drawRoutes.listDrawFilters, {});
  expect(filters.map(({ name, words, version }) => [name, words, version])).toEqual([
    ['危化D级', '定向：类别为危化生产、危化经营，D级的抽查对象', 2],
  ]);
});

test('the designer starts from the plan row as it was approved', async () => {
  const taskId = await bureau.task();
  const { plain, current, rounding } = await bureau.clerk.mustAsk(drawRoutes.showDesign, { taskId });
  expect(plain.strata).toMatchObject([{ size: { count: 9 }, batches: null }]);
  expect([current, rounding]).toEqual([null, 'ceil']);
  const { rows } = await bureau.clerk.mustAsk(taskRoutes.listTasks, { year: 2022, size: 500 });
  expect(rows.some((row) => row.id === taskId)).toBe(true);
});
