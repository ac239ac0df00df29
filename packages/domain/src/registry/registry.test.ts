import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InspectorId, PersonId, SubjectId } from '../id.ts';
import type { CalendarDate, Instant } from '../time.ts';
import { stateBase, writeBase } from './base-statement.ts';
import { type ConflictId, declareConflict, withdrawConflict } from './conflict.ts';
import { asOf, type RegistryChange } from './history.ts';
import { type Inspector, ineligibilitiesOn } from './inspector.ts';
import { maskIdentityNumber, maskName, maskPhone } from './mask.ts';

const changzi = [
  { code: 'coal', name: '煤矿' },
  { code: 'washing', name: '洗储煤' },
  { code: 'hazchem-production', name: '危化生产' },
  { code: 'hazchem-trade', name: '危化经营' },
  { code: 'industry', name: '工贸' },
];

test('ZZ-04: the base of 长子县 is written with its parts in the order of the policy', () => {
  const counts = [
    { sector: 'industry', count: 55 },
    { sector: 'hazchem-trade', count: 39 },
    { sector: 'washing', count: 31 },
    { sector: 'coal', count: 6 },
    { sector: 'hazchem-production', count: 2 },
  ];
  expect(writeBase(stateBase(changzi, counts))).toBe('133家＝6煤矿＋31洗储煤＋2危化生产＋39危化经营＋55工贸');
});

test('what stands under a sector the policy no longer names is said, not hidden', () => {
  const statement = stateBase(changzi, [
    { sector: 'coal', count: 6 },
    { sector: 'fireworks', count: 1 },
  ]);
  expect(statement.outside).toEqual([{ sector: 'fireworks', count: 1 }]);
  expect(writeBase(statement)).toBe('7家＝6煤矿＋0洗储煤＋0危化生产＋0危化经营＋0工贸＋1未归类');
});

test('property: parts and what is outside always add up to the total', () => {
  const sector = fc.constantFrom('coal', 'washing', 'fireworks', 'industry');
  fc.assert(
    fc.property(fc.uniqueArray(fc.record({ sector, count: fc.nat(500) }), { selector: (c) => c.sector }), (counts) => {
      const statement = stateBase(changzi, counts);
      const added = [...statement.parts, ...statement.outside].reduce((sum, part) => sum + part.count, 0);
      expect(added).toBe(statement.total);
    }),
  );
});

const change = (recordId: string, version: number, at: string): RegistryChange<string> => ({
  recordId,
  version,
  at: at as Instant,
  by: { personId: 'p1' as PersonId, name: '何书' },
  reason: null,
  changes: [],
  state: `${recordId} v${version}`,
});

test('the registry reads as of any date: the last version of each record up to that day', () => {
  const history = [
    change('s2', 1, '2022-03-02T01:00:00Z'),
    change('s1', 2, '2022-03-05T01:00:00Z'),
    change('s1', 1, '2022-03-01T01:00:00Z'),
  ];
  expect(asOf(history, '2022-02-28' as CalendarDate)).toEqual([]);
  expect(asOf(history, '2022-03-02' as CalendarDate)).toEqual(['s1 v1', 's2 v1']);
  expect(asOf(history, '2022-03-05' as CalendarDate)).toEqual(['s1 v2', 's2 v1']);
});

test('a day ends in Shanghai: 16:30 UTC belongs to the next day', () => {
  const history = [change('s1', 1, '2022-03-01T16:30:00Z')];
  expect(asOf(history, '2022-03-01' as CalendarDate)).toEqual([]);
  expect(asOf(history, '2022-03-02' as CalendarDate)).toEqual(['s1 v1']);
});

const inspector = (more: Partial<Inspector> = {}): Inspector => ({
  id: 'i1' as InspectorId,
  name: '赵一',
  certificateNo: '14042822001',
  issuer: '山西省人民政府',
  expiresOn: '2022-12-31' as CalendarDate,
  employment: 'administrative',
  sectionId: null,
  qualifications: ['hazchem-trade'],
  cap: 4,
  contact: { phone: null, identityNumber: null },
  leaves: [],
  status: { kind: 'on-duty' },
  version: 1,
  ...more,
});

test('YS-04: a certificate holds on its last day and not on the next', () => {
  expect(ineligibilitiesOn(inspector(), '2022-12-31' as CalendarDate)).toEqual([]);
  expect(ineligibilitiesOn(inspector(), '2023-01-01' as CalendarDate)).toEqual([
    { code: 'certificate-expired', expiresOn: '2022-12-31' },
  ]);
});

test('N-20: who is not on the staff may assist but not stand in a draw', () => {
  expect(ineligibilitiesOn(inspector({ employment: 'auxiliary' }), '2022-06-01' as CalendarDate)).toEqual([
    { code: 'assists-only' },
  ]);
});

test('every reason is told, not only the first', () => {
  const since = '2022-05-01' as CalendarDate;
  const gone = inspector({ status: { kind: 'off-duty', since, reason: '调离' }, qualifications: [], cap: 0 });
  expect(ineligibilitiesOn(gone, '2022-06-01' as CalendarDate).map(({ code }) => code)).toEqual([
    'off-duty',
    'no-qualification',
    'cap-zero',
  ]);
});

const relation = {
  id: 'c1' as ConflictId,
  inspectorId: 'i1' as InspectorId,
  subjectId: 's1' as SubjectId,
  kind: 'past-employment' as const,
  reason: '曾在该企业任职',
};

test('GX-04: a conflict of interest is declared once, with a reason', () => {
  const facts = { inspectorKnown: true, subjectKnown: true, alreadyDeclared: false, ownOnly: null };
  expect(declareConflict(relation, facts)).toMatchObject({
    value: { type: 'conflict-declared', conflict: { version: 1 } },
  });
  expect(declareConflict(relation, { ...facts, alreadyDeclared: true })).toMatchObject({
    refusal: { code: 'conflict-already-declared' },
  });
  expect(declareConflict({ ...relation, reason: ' ' }, facts)).toMatchObject({
    refusal: { code: 'conflict-reason-missing' },
  });
});

test("an inspector declares his own relations and nobody else's", () => {
  const facts = { inspectorKnown: true, subjectKnown: true, alreadyDeclared: false };
  expect(declareConflict(relation, { ...facts, ownOnly: relation.inspectorId }).ok).toBe(true);
  expect(declareConflict(relation, { ...facts, ownOnly: 'i2' as InspectorId })).toMatchObject({
    refusal: { code: 'not-own-conflict' },
  });
});

test('nobody withdraws a conflict of his own', () => {
  const conflict = { ...relation, withdrawn: null, version: 1 };
  const at = '2022-04-06T02:00:00Z' as Instant;
  const own = withdrawConflict(
    conflict,
    { personId: 'p1' as PersonId, inspectorId: relation.inspectorId },
    '已离职',
    at,
  );
  expect(own).toMatchObject({ refusal: { code: 'own-conflict' } });
  const other = withdrawConflict(conflict, { personId: 'p2' as PersonId, inspectorId: null }, '登记有误', at);
  expect(other).toMatchObject({ value: { type: 'conflict-withdrawn', reason: '登记有误' } });
});

test('N-24: personal data stands masked', () => {
  expect(maskPhone('13800001234')).toBe('138****1234');
  expect(maskPhone('123456')).toBe('******');
  expect(maskIdentityNumber('140428199001011234')).toBe('140*************34');
  expect(maskName('李四光')).toBe('李**');
});
