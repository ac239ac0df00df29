import { auditRoutes, inspectionRoutes } from '@mingchou/contract';
import type { Checklist, InspectionId, ItemId } from '@mingchou/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dispatchBatch, type ResultBureau, resultBureau } from './harness/result-story.ts';

let bureau: ResultBureau;
let first: InspectionId;
let second: InspectionId;
let third: InspectionId;
beforeAll(async () => {
  bureau = await resultBureau();
  const [a, b, c] = bureau.inspections;
  if (a === undefined || b === undefined || c === undefined) throw new Error('nothing was dispatched');
  [first, second, third] = [a, b, c];
});
afterAll(() => bureau.close());

const show = (inspectionId: InspectionId) => bureau.clerk.mustAsk(inspectionRoutes.showInspection, { inspectionId });

describe('an inspection', () => {
  test('stands in the list of its team, with the drawn place', async () => {
    const mine = await bureau.feng.mustAsk(inspectionRoutes.listInspections, { mine: 'true' });
    expect(mine.rows.map((row) => [row.place, row.mine, row.status])).toEqual(
      [1, 2, 3, 4].map((n) => [n, true, 'awaiting']),
    );
    const others = await (await bureau.as('李四')).mustAsk(inspectionRoutes.listInspections, { mine: 'true' });
    expect(others.total).toBe(0);
  });

  test('is begun by its team only, and the page offers each person what he may do', async () => {
    const li = await bureau.as('李四');
    expect(await li.send(inspectionRoutes.startInspection, await bureau.about(first))).toMatchObject({ status: 403 });
    expect((await bureau.feng.mustAsk(inspectionRoutes.showInspection, { inspectionId: first })).actions).toEqual([
      'start',
    ]);
    await bureau.feng.mustSend(inspectionRoutes.startInspection, await bureau.about(first));
    expect(await show(first)).toMatchObject({ status: 'begun', begun: { name: '冯八' } });
  });

  test('takes one of two who record at once; the other is told who was faster', async () => {
    const outcome = await bureau.outcome(first);
    const both = await Promise.all([
      bureau.feng.send(inspectionRoutes.recordOutcome, outcome),
      bureau.chu.send(inspectionRoutes.recordOutcome, outcome),
    ]);
    expect(both.map((came) => came.status).sort()).toEqual([200, 409]);
    const refused = both.find((came) => !came.ok);
    expect(refused).toMatchObject({ refusal: { code: 'stale', message: expect.stringMatching(/冯八|褚十/) } });
  });

  test('is confirmed by the chief, reviewed by the legal section, and keeps its history', async () => {
    await bureau.chief.mustSend(inspectionRoutes.confirmOutcome, await bureau.about(first));
    const about = await bureau.about(first);
    await bureau.clerk.mustSend(inspectionRoutes.reviewOutcome, { ...about, publicFindings: '' });
    expect((await show(first)).status).toBe('awaiting-disclosure');
    const { rows } = await bureau.clerk.mustAsk(auditRoutes.listHistory, { aggregateId: first });
    expect(rows.map((row) => row.eventType).sort()).toEqual([
      'inspection-dispatched',
      'inspection-reviewed',
      'inspection-started',
      'outcome-confirmed',
      'outcome-recorded',
    ]);
  });

  test('says in Chinese which input is wrong and keeps its state', async () => {
    await bureau.carry(second, 'begun');
    const missing = await bureau.feng.send(
      inspectionRoutes.recordOutcome,
      await bureau.outcome(second, { category: '6' }),
    );
    expect(missing).toMatchObject({ status: 422, refusal: { code: 'findings-missing' } });
    const wrongDay = { ...(await bureau.outcome(second)), endedOn: '2022-02-30' };
    expect(await bureau.feng.send(inspectionRoutes.recordOutcome, wrongDay)).toMatchObject({
      status: 400,
      refusal: { fields: [{ path: 'endedOn' }] },
    });
    expect((await show(second)).status).toBe('begun');
  });

  test('holds back a public text with a telephone number, and offers the covered text', async () => {
    const found = { category: '6', findings: '加油区灭火器失效，联系负责人13900001234' };
    await bureau.carry(third, 'confirmed', found);
    const { redaction } = await show(third);
    expect(redaction).toEqual({
      found: [{ kind: 'mobile', text: '13900001234' }],
      suggestion: '加油区灭火器失效，联系负责人（已遮盖）',
    });
    const about = await bureau.about(third);
    const open = await bureau.clerk.send(inspectionRoutes.reviewOutcome, { ...about, publicFindings: found.findings });
    expect(open).toMatchObject({ status: 422, refusal: { code: 'personal-data-left' } });
  });

  test('does not exist for another bureau, nor do its results', async () => {
    const other = await bureau.addBureau('linzi', '临淄区应急管理局');
    const stranger = await other.as('何书');
    expect(await stranger.ask(inspectionRoutes.showInspection, { inspectionId: first })).toMatchObject({ status: 404 });
    const about = await bureau.about(first);
    expect(await stranger.send(inspectionRoutes.reviewOutcome, { ...about, publicFindings: '' })).toMatchObject({
      status: 404,
    });
    expect((await stranger.mustAsk(inspectionRoutes.listInspections, {})).total).toBe(0);
  });

  test('is returned with its reason, and recorded and confirmed anew', async () => {
    const about = await bureau.about(third);
    await bureau.clerk.mustSend(inspectionRoutes.returnOutcome, { ...about, reason: '缺签字页' });
    expect(await show(third)).toMatchObject({
      status: 'returned',
      returned: { reason: '缺签字页', by: 'legal-review' },
    });
    await bureau.feng.mustSend(inspectionRoutes.recordOutcome, await bureau.outcome(third));
    expect(await show(third)).toMatchObject({ status: 'awaiting-confirmation', confirmed: null });
  });
});

describe('a batch', () => {
  test('is one visit of one team, with an inspection for each of its objects', async () => {
    await dispatchBatch(bureau, ['长子县律字号加油站', '长子县吕字号加油站']);
    const { rows } = await bureau.feng.mustAsk(inspectionRoutes.listInspections, { mine: 'true', size: 100 });
    const batch = rows.filter((row) => row.drawNo === 3);
    expect(batch.map((row) => row.subjectName).sort()).toEqual(['长子县吕字号加油站', '长子县律字号加油站']);
    const [made] = await bureau.sql('select count(*)::int as visits from visit where draw_no = 3');
    expect(made).toEqual({ visits: 1 });
    const teams = await Promise.all(batch.map(async (row) => (await show(row.id)).team.map(({ name }) => name)));
    expect(teams).toEqual([teams[0], teams[0]]);
  });
});

describe('the check list of a visit', () => {
  const itemId = '00000000-0000-7900-8000-000000000001' as ItemId;
  const worded = { evidence: '拍摄原件', measure: '责令限期整改', days: 7, hazards: ['D-1'] };
  const checklist: Checklist = {
    edition: 2,
    items: [
      {
        ...{ itemId, title: '对加油站的行政检查', department: '县应急管理局' },
        points: [
          { no: 1, group: '基础管理', text: '证照情况', pass: '齐全有效。', fail: '证照不全：____。', ...worded },
          { no: 2, group: '现场管理', text: '防护情况', pass: '防护齐全。', fail: '防护不全：____。', ...worded },
        ],
      },
    ],
  };
  let id: InspectionId;
  const marks = (text: string) => [
    { itemId, no: 1, mark: 'pass' as const, text: '' },
    { itemId, no: 2, mark: 'fail' as const, text },
  ];

  test('is frozen with the dispatch and shown with its wording; every point of it is recorded', async () => {
    await dispatchBatch(bureau, ['长子县调字号加油站'], { drawNo: 4, checklist });
    const { rows } = await bureau.feng.mustAsk(inspectionRoutes.listInspections, { search: '调字号' });
    id = rows[0]?.id ?? first;
    await bureau.carry(id, 'begun');
    expect((await show(id)).checklist).toEqual(checklist);
    const unmarked = await bureau.feng.send(inspectionRoutes.recordOutcome, await bureau.outcome(id));
    expect(unmarked).toMatchObject({
      refusal: { code: 'points-unmarked', message: expect.stringContaining('还有2条没有记，从第1条「证照情况」起') },
    });
  });

  test('gives the findings their standard words, which the reviewer is offered without personal numbers', async () => {
    const left = await bureau.outcome(id, { category: '6', points: marks('') });
    expect(await bureau.feng.send(inspectionRoutes.recordOutcome, left)).toMatchObject({
      refusal: { code: 'point-blank-left' },
    });
    const points = marks('防护不全：一名员工未戴安全帽，电话13900001234。');
    await bureau.feng.mustSend(inspectionRoutes.recordOutcome, await bureau.outcome(id, { category: '6', points }));
    const { outcome, redaction } = await show(id);
    expect(outcome?.points).toMatchObject([{ mark: 'pass', text: '齐全有效。' }, { mark: 'fail' }]);
    expect(redaction?.suggestion).toBe('防护不全：一名员工未戴安全帽，电话（已遮盖）。');
  });

  test('LZ-08: a joint task carries the points of each department, and all of them are recorded', async () => {
    const [own] = checklist.items;
    if (own === undefined) throw new Error('the list is empty');
    const police = { ...own, itemId: '00000000-0000-7900-8000-000000000002' as ItemId, department: '县公安局' };
    await dispatchBatch(bureau, ['长子县阳字号加油站'], {
      drawNo: 5,
      checklist: { ...checklist, items: [own, police] },
    });
    const { rows } = await bureau.feng.mustAsk(inspectionRoutes.listInspections, { search: '阳字号' });
    const joint = rows[0]?.id ?? first;
    await bureau.carry(joint, 'begun');
    expect((await show(joint)).checklist.items.map(({ department }) => department)).toEqual([
      '县应急管理局',
      '县公安局',
    ]);
    const points = [own, police].flatMap((item) =>
      item.points.map(({ no }) => ({ itemId: item.itemId, no, mark: 'pass' as const, text: '' })),
    );
    const half = await bureau.outcome(joint, { points: points.slice(0, 2) });
    expect(await bureau.feng.send(inspectionRoutes.recordOutcome, half)).toMatchObject({
      refusal: { code: 'points-unmarked' },
    });
    await bureau.feng.mustSend(inspectionRoutes.recordOutcome, { ...half, points });
    expect((await show(joint)).outcome?.points).toHaveLength(4);
  });
});
