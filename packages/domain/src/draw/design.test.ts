import { expect, test } from 'vitest';
import {
  before,
  clerk,
  designOrder,
  drawFilter,
  drawPolicy,
  exclusionPolicy,
  keyShare,
  round,
} from '../../test/draw-example.ts';
import type { DrawDesign } from '../index.ts';
import {
  designFindings,
  designOf,
  mustFindings,
  plainDesign,
  requestedOverride,
  rulesOf,
  setupOf,
  strataCodes,
} from '../index.ts';

const order = designOrder();
const policy = drawPolicy();
const given = (change: Partial<DrawDesign>) => ({ ...plainDesign(order, policy), ...change });
const setup = (design: DrawDesign) => setupOf({ order, bureauCode: '140428-changzi', policy }, design);
const codes = (change: Partial<DrawDesign>, with_ = policy) =>
  designFindings(given(change), order, with_).map(({ code, level }) => [code, level]);

test('left to itself a draw is what the plan row orders: one stratum, the approved number, nothing to settle', () => {
  expect(codes({})).toEqual([]);
  expect(rulesOf(setup(given({}))).strata).toEqual([{ code: 'row-2', size: { count: 9 } }]);
  expect(designOf(setup(given({})))).toEqual(given({}));
});

test('不定向 sets no conditions of its own, and the approved type stands (ZZ-10)', () => {
  const free = designOrder({ selection: 'nonTargeted' });
  const design = plainDesign(free, policy);
  expect(designFindings(design, free, policy)).toEqual([]);
  const narrowed = { ...design, filter: { ...design.filter, grades: ['D'] as const } };
  expect(designFindings(narrowed, free, policy)).toMatchObject([{ code: 'conditions-in-non-targeted', level: 'must' }]);
  expect(codes({ filter: drawFilter({ selection: 'nonTargeted' }) })).toEqual([['selection-differs', 'must']]);
});

test('a filter narrows what the plan row names and never widens it', () => {
  expect(codes({ filter: drawFilter({ sectors: ['hazchem-trade'], grades: ['C', 'D'] }) })).toEqual([]);
  expect(designFindings(given({ filter: drawFilter({ sectors: ['coal'] }) }), order, policy)).toMatchObject([
    { code: 'outside-the-plan', sectors: ['coal'], clause: { place: '第2项' } },
  ]);
  const priority = designOrder({ level: 'priority' });
  expect(designFindings(given({}), priority, policy)).toMatchObject([{ code: 'outside-the-plan' }]);
});

test('strata by sector send people of that sector, strata by grade people of every sector drawn', () => {
  const bySector = strataCodes('sector', drawFilter(), order);
  expect(bySector).toEqual(['hazchem-production', 'hazchem-trade']);
  const one = { size: { count: 1 }, batches: null };
  const sectors = setup(given({ stratifiedBy: 'sector', strata: bySector.map((code) => ({ code, ...one })) }));
  expect(sectors.strata.map(({ name, seats }) => [name, seats[0]?.needs])).toEqual([
    ['危化生产', ['hazchem-production']],
    ['危化经营', ['hazchem-trade']],
  ]);
  const byGrade = strataCodes('grade', drawFilter({ grades: ['A', 'D'] }), order);
  const grades = setup(given({ stratifiedBy: 'grade', strata: byGrade.map((code) => ({ code, ...one })) }));
  expect(grades.strata.map(({ code, name }) => [code, name])).toEqual([
    ['grade-A', 'A级'],
    ['grade-D', 'D级'],
  ]);
  expect(Object.keys(rulesOf(sectors).assignment.slots)).toEqual(bySector);
  expect(Object.keys(rulesOf(grades).assignment.slots)).toEqual(['*']);
});

test('a stratum is named once, and there is at least one', () => {
  const twice = { code: 'row-2', size: { count: 4 }, batches: null };
  expect(codes({ strata: [twice, twice] })).toEqual([['stratum-twice', 'must']]);
  expect(codes({ strata: [] })).toEqual([['no-strata', 'must']]);
});

test('another rounding than the bureau’s rule is pointed out', () => {
  const floor = { ratio: { n: 1, d: 5 }, round: 'floor' } as const;
  expect(codes({ strata: [{ code: 'row-2', size: floor, batches: null }] })).toEqual([['rounding-differs', 'check']]);
});

test('each draw keeps the promised share of 重点, 不低于50% (“双随机”工作制度 七（三）)', () => {
  const half = drawPolicy({ keyShare: keyShare() });
  expect(plainDesign(order, half).quota).toEqual([keyShare().value]);
  expect(codes({ quota: [keyShare().value] }, half)).toEqual([]);
  expect(codes({ quota: [] }, half)).toEqual([['key-share-below-policy', 'must']]);
  const third = { ...keyShare().value, min: { ratio: { n: 1, d: 3 }, round: 'ceil' as const } };
  expect(codes({ quota: [third] }, half)).toEqual([['key-share-below-policy', 'must']]);
});

test('only departures that may be allowed give way to a reason', () => {
  const override = requestedOverride('整治期间只查重点', clerk, before);
  const half = drawPolicy({ keyShare: keyShare() });
  expect(mustFindings(designFindings(given({ quota: [] }), order, half, override))).toEqual([]);
  const wide = given({ filter: drawFilter({ sectors: ['coal'] }) });
  expect(mustFindings(designFindings(wide, order, policy, override))).toHaveLength(1);
});

test('what the preparation would refuse stands among the findings: no open round, a team of one', () => {
  const design = given({});
  const always = drawPolicy({ exclusion: exclusionPolicy({ drawnBefore: 'stay' }) });
  expect(designFindings(design, order, policy, null, null)).toMatchObject([{ code: 'round-not-open', level: 'must' }]);
  expect(designFindings(design, order, policy, null, round)).toEqual([]);
  expect(designFindings(design, order, always, null, null)).toEqual([]);
  expect(codes({}, drawPolicy({ seats: 1 }))).toEqual([['team-too-small', 'must']]);
});
