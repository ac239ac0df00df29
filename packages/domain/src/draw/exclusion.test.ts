import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSetup, exclusionPolicy, on, subject } from '../../test/draw-example.ts';
import type { DrawnBefore, ExclusionPolicy, PendingEntry, SubjectAtFreeze, SubjectId } from '../index.ts';
import { poolOf, refuseShared } from '../index.ts';

const policy = drawSetup().exclusion;
const lenient = exclusionPolicy({ drawnBefore: 'stay', openTask: 'stay', frequency: null });
const second: DrawnBefore = { kind: 'committed', no: 2, on: on('2022-04-06') };
const days = (count: number) => [on('2022-04-11'), on('2022-05-16'), on('2022-09-05')].slice(0, count);

function exclusionOf(change: Partial<SubjectAtFreeze>, rules: ExclusionPolicy = policy) {
  return poolOf([subject(1, change)], rules)[0]?.exclusion ?? null;
}

test('closed and suspended objects stay in the pool, flagged with their reason and evidence', () => {
  expect(exclusionOf({ standing: 'closed', evidence: '注销登记' })).toEqual({ reason: 'closed', evidence: '注销登记' });
  expect(exclusionOf({ standing: 'suspended', evidence: '停业报告' })).toEqual({
    reason: 'suspended',
    evidence: '停业报告',
  });
  expect(exclusionOf({})).toBeNull();
});

test('what was drawn in the round leaves it, with the draw and the clause behind it (2022年抽查工作计划 六（一）)', () => {
  const clauses = { 'drawn-this-round': '2022年抽查工作计划 六（一）' };
  expect(exclusionOf({ drawnThisRound: second }, { ...policy, clauses })).toEqual({
    reason: 'drawn-this-round',
    evidence: '第2号抽签（2022-04-06）抽中；依据2022年抽查工作计划 六（一）',
  });
  expect(exclusionOf({ drawnThisRound: second }, lenient)).toBeNull();
  expect(exclusionOf({ drawnThisYear: second }, policy)).toBeNull();
});

test('a bureau that avoids repeats leaves out what was drawn this year, in whatever round (2023年监管工作实施方案 一)', () => {
  const year = { ...lenient, drawnBefore: 'leaveThisYear' } as const;
  const outside: DrawnBefore = { kind: 'external', no: 1, on: on('2022-05-09') };
  expect(exclusionOf({ drawnThisYear: outside }, year)).toMatchObject({
    reason: 'drawn-this-year',
    evidence: '外部抽取第1号（2022-05-09）抽中',
  });
});

test('an object drawn elsewhere and not finished leaves until it is', () => {
  expect(exclusionOf({ openTask: second }, { ...lenient, openTask: 'leave' })).toEqual({
    reason: 'in-open-task',
    evidence: '第2号抽签（2022-04-06）抽中，尚未办结',
  });
  expect(exclusionOf({ openTask: second }, lenient)).toBeNull();
});

test('an object that has reached the year’s frequency is left out with its visits, one below is not (GX-15)', () => {
  const rules = { ...lenient, frequency: 2 };
  expect(exclusionOf({ inspectedOn: days(2) }, rules)).toEqual({
    reason: 'frequency-reached',
    evidence: '频次2次，本年度已检查2次：2022-04-11、2022-05-16',
  });
  expect(exclusionOf({ inspectedOn: days(1) }, rules)).toBeNull();
  expect(exclusionOf({ inspectedOn: days(3) }, lenient)).toBeNull();
});

test('the cap goes by class and grade, the first that fits counts (N-19)', () => {
  const caps = [
    { sectors: ['coal'], grade: 'A', times: 2 },
    { sectors: ['coal'], grade: null, times: 3 },
    { sectors: [], grade: null, times: 1 },
  ];
  const rules = { ...lenient, caps };
  const reasonOf = (sector: string, grade: 'A' | 'D' | 'unrated', visits: number) =>
    exclusionOf({ sector, grade, inspectedOn: days(visits) }, rules)?.reason ?? null;
  expect(reasonOf('coal', 'A', 1)).toBeNull();
  expect(reasonOf('coal', 'A', 2)).toBe('frequency-cap');
  expect(reasonOf('coal', 'D', 2)).toBeNull();
  expect(reasonOf('coal', 'D', 3)).toBe('frequency-cap');
  expect(reasonOf('industry', 'unrated', 1)).toBe('frequency-cap');
});

test('a pool waits for another one that is frozen and may still select the same object', () => {
  const pool = poolOf([subject(1), subject(2, { standing: 'closed' })], policy);
  const pending = (index: number, change: Partial<PendingEntry> = {}): PendingEntry => ({
    drawNo: 3,
    subjectId: subject(index).subjectId,
    sameRound: true,
    sameYear: true,
    ...change,
  });
  const shared = { code: 'pool-also-frozen', drawNo: 3, subjects: 1 };
  const round = { ...lenient, drawnBefore: 'leaveThisRound' } as const;
  expect(refuseShared(pool, [pending(1), pending(2)], round)).toEqual(shared);
  expect(refuseShared(pool, [pending(1, { sameRound: false })], round)).toBeUndefined();
  expect(refuseShared(pool, [pending(1, { sameRound: false })], policy)).toEqual(shared);
  expect(refuseShared(pool, [pending(1)], lenient)).toBeUndefined();
  expect(refuseShared(pool, [pending(2)], round)).toBeUndefined();
});

const anySubject = fc.record({
  standing: fc.constantFrom('active', 'closed', 'suspended'),
  drawnThisRound: fc.constantFrom(null, second),
  openTask: fc.constantFrom(null, second),
  inspectedOn: fc.integer({ min: 0, max: 3 }).map(days),
}) satisfies fc.Arbitrary<Partial<SubjectAtFreeze>>;

test('exclusion never makes an object disappear: the pool has every object once, by code', () => {
  fc.assert(
    fc.property(fc.array(anySubject, { maxLength: 30 }), (changes) => {
      const facts = changes.map((change, index) => subject(index + 1, change));
      const pool = poolOf([...facts].reverse(), policy);
      expect(pool.map((entry) => entry.code)).toEqual(facts.map((fact) => fact.code));
    }),
  );
});

test('an object drawn in an open round is never eligible again in it, whatever the order of freezes, draws and voids', () => {
  const rules = { ...lenient, drawnBefore: 'leaveThisRound' } as const;
  const all = [1, 2, 3, 4, 5, 6].map((index) => subject(index));
  const step = fc.record({
    does: fc.constantFrom('freeze', 'draw', 'void'),
    which: fc.nat(7),
    scope: fc.subarray(all, { minLength: 1 }),
    seed: fc.nat(100),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      interface Made {
        readonly no: number;
        readonly eligible: readonly SubjectId[];
        readonly drawn: readonly SubjectId[] | null;
      }
      let draws: readonly Made[] = [];
      for (const { does, which, scope, seed } of steps) {
        if (does === 'freeze') {
          const before = (id: SubjectId) => draws.find(({ drawn }) => drawn?.includes(id)) !== undefined;
          const facts = scope.map((one) => ({ ...one, drawnThisRound: before(one.subjectId) ? second : null }));
          const pool = poolOf(facts, rules);
          const waiting = draws.filter(({ drawn }) => drawn === null);
          const pending = waiting.flatMap(({ no: drawNo, eligible }) =>
            eligible.map((subjectId) => ({ drawNo, subjectId, sameRound: true, sameYear: true })),
          );
          if (refuseShared(pool, pending, rules) !== undefined) continue;
          const eligible = pool.filter(({ exclusion }) => exclusion === null).map(({ subjectId }) => subjectId);
          draws = [...draws, { no: draws.length + 1, eligible, drawn: null }];
        } else if (does === 'draw') {
          draws = draws.map((draw, place) =>
            place === which && draw.drawn === null
              ? { ...draw, drawn: draw.eligible.filter((_, at) => (seed >> at) % 2 === 0) }
              : draw,
          );
        } else draws = draws.filter((_, place) => place !== which);
        const selected = draws.flatMap(({ drawn }) => drawn ?? []);
        expect(new Set(selected).size).toBe(selected.length);
      }
    }),
  );
});
