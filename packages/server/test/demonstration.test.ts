import { catalogueRoutes, inspectionRoutes, itemContent } from '@mingchou/contract';
import type { BureauId, PersonId } from '@mingchou/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSession } from '../src/composition.ts';
import { loadDemonstration } from '../src/demonstration/index.ts';
import { clientOf } from '../src/shell/client.ts';
import { inTx, type TestHouse, testHouse } from './harness.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ time: 'stored' });
  await loadDemonstration(house);
}, 120_000);
afterAll(() => house.close());

const countOf = (what: string) =>
  house.sql(
    `select b.slug, count(*)::int as count from ${what} join bureau b using (bureau_id) group by b.slug order by b.slug`,
  );

test('five bureaus are founded, each with the registry its document counts', async () => {
  expect(await countOf('subject')).toEqual([
    { slug: 'changzi', count: 133 },
    { slug: 'gaoxin', count: 40 },
    { slug: 'linzi', count: 40 },
    { slug: 'lishan', count: 70 },
    { slug: 'yanshi', count: 55 },
  ]);
});

test('长子 has drawn its second row to the end: nine results public within seven working days', async () => {
  const results = await house.sql(
    `select p.view->>'completedOn' as completed, p.view->>'daysUsed' as used, p.view->'deadline'->'length' as length,
       p.view->'late' as late from portal_snapshot p
     join bureau b using (bureau_id) where b.slug = 'changzi' and p.kind = 'result' order by 1`,
  );
  expect(results).toHaveLength(9);
  for (const result of results) {
    expect(result).toMatchObject({ length: { n: 7, unit: 'workday' }, late: false });
    expect(Number(result['used'])).toBeLessThanOrEqual(7);
  }
});

test('ZZ-06: every visit of 长子 carries the check list of its item, and each recorded point has its words', async () => {
  const visits = await house.sql(
    `select v.checklist->'edition' as edition, jsonb_array_length(v.checklist->'items'->0->'points') as points,
       i.state->'outcome'->'points' as marked, i.state->'outcome'->>'findings' as findings
     from visit v join inspection i using (bureau_id, visit_id) join bureau b using (bureau_id)
     where b.slug = 'changzi' and i.status <> 'withdrawn'`,
  );
  expect(visits.map(({ edition, points }) => [edition, points])).toEqual(visits.map(() => [1, 5]));
  const recorded = visits.flatMap((visit) => (visit['marked'] === null ? [] : [visit]));
  expect(recorded).toHaveLength(12);
  for (const { marked, findings } of recorded) {
    const points = marked as { readonly mark: string; readonly text: string }[];
    const failed = points.filter(({ mark }) => mark === 'fail').map(({ text }) => text);
    expect(points).toHaveLength(5);
    expect(findings).toBe(failed.join(''));
  }
});

test('N-07: where every mine is drawn, the lot decides in which order they are visited', async () => {
  const visits = await house.sql(
    `select v.place, i.subject_code as code from visit v join inspection i using (bureau_id, visit_id)
     join bureau b using (bureau_id) where b.slug = 'changzi' and v.draw_no = 1 order by v.place`,
  );
  const codes = visits.map(({ code }) => String(code));
  expect(visits.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(new Set(codes).size).toBe(6);
  expect(codes).not.toEqual([...codes].sort());
});

test('立山 prepares its draw, 高新区 gave one up and waits for its hour, 长子 has dispatched two', async () => {
  const draws = await house.sql(
    'select b.slug, d.draw_no, d.status from draw d join bureau b using (bureau_id) order by b.slug, d.draw_no',
  );
  expect(draws).toEqual([
    { slug: 'changzi', draw_no: 1, status: 'dispatched' },
    { slug: 'changzi', draw_no: 2, status: 'dispatched' },
    { slug: 'gaoxin', draw_no: 1, status: 'voided' },
    { slug: 'gaoxin', draw_no: 2, status: 'committed' },
    { slug: 'lishan', draw_no: 1, status: 'preparing' },
  ]);
});

test('长子 shows a recusal that its own lots have filled', async () => {
  const [draw] = await house.sql(
    `select p.view->'amendments' as changes from portal_snapshot p join bureau b using (bureau_id)
     where b.slug = 'changzi' and p.kind = 'draw' and p.key = '2'`,
  );
  expect(draw?.['changes']).toMatchObject([{ kind: 'recusal', filled: true }]);
});

test('临淄 registered a draw of the province’s platform, with the mark that nobody can recompute it', async () => {
  const [draw] = await house.sql(
    `select p.view->>'status' as status, jsonb_array_length(p.view->'objectsDrawn') as objects
     from portal_snapshot p join bureau b using (bureau_id) where b.slug = 'linzi' and p.kind = 'external'`,
  );
  expect(draw).toEqual({ status: 'dispatched', objects: 3 });
  const page = await house.app.inject({ url: '/b/linzi/' });
  expect(page.body).toContain('外部抽取，无法核验');
  expect(page.body.match(/尚未冻结名单/g)).toHaveLength(4);
});

test('every bureau stands in the year of its document', async () => {
  const clocks = await house.sql(
    `select b.slug, to_char(c.standing_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
     from bureau_clock c join bureau b using (bureau_id) order by b.slug`,
  );
  expect(clocks).toEqual([
    { slug: 'changzi', day: '2022-05-06' },
    { slug: 'gaoxin', day: '2017-04-10' },
    { slug: 'linzi', day: '2023-03-06' },
    { slug: 'lishan', day: '2023-02-14' },
    { slug: 'yanshi', day: '2023-03-13' },
  ]);
});

test('a later edition of the list changes no visit that was dispatched under an earlier one', async () => {
  const [clerk] = await house.sql(
    `select p.bureau_id as bureau, p.person_id as person from person p join bureau b using (bureau_id)
     where b.slug = 'changzi' and p.name = '何书'`,
  );
  const [bureauId, personId] = [String(clerk?.['bureau']) as BureauId, String(clerk?.['person']) as PersonId];
  const token = await inTx(house.database, bureauId, (tx) => startSession(tx, personId));
  const client = clientOf(house.app, `${bureauId}.${token}`);
  const { rows } = await client.mustAsk(inspectionRoutes.listInspections, { status: 'awaiting' });
  const [visit] = rows;
  if (visit === undefined) throw new Error('every visit has begun');
  const listed = async () =>
    (await client.mustAsk(inspectionRoutes.showInspection, { inspectionId: visit.id })).checklist;
  const before = await listed();
  const id = before.items[0]?.itemId ?? '';
  const { version } = await client.mustAsk(catalogueRoutes.showItem, { id });
  const withdrawn = await client.mustSend(catalogueRoutes.withdrawItem, { id, version, reason: '调整抽查内容' });
  const { checkItems: _points, ...shown } = await client.mustAsk(catalogueRoutes.showItem, { id });
  const content = {
    ...itemContent.strip().parse({ ...shown, checkItems: [] }),
    checkItems: [{ no: 1, text: '另一条' }],
  };
  const changed = await client.mustSend(catalogueRoutes.updateItem, { ...withdrawn, content });
  await client.mustSend(catalogueRoutes.publishItems, { items: [changed] });
  expect(before.items[0]?.points).toHaveLength(5);
  expect(await listed()).toEqual(before);
});
