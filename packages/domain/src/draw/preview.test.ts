import type { Size } from '@mingchou/verifier';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  after,
  before,
  clerk,
  decided,
  drawFilter,
  drawSetup,
  drawStratum,
  follow,
  inspectors,
  leader,
  on,
  person,
  preparingDraw,
  subject,
  subjects,
} from '../../test/draw-example.ts';
import type { DrawSetup, SubjectAtFreeze } from '../index.ts';
import {
  approveDesignOverride,
  declineDesignOverride,
  freezeRoster,
  mustFindings,
  poolFindings,
  previewDraw,
  redesignDraw,
  refuse,
  requestedOverride,
  rosterOf,
} from '../index.ts';

const grades = ['A', 'B', 'C', 'D'] as const;
const graded = (): SubjectAtFreeze[] =>
  subjects(60).map((one, index) => ({ ...one, grade: grades[index % 4] ?? 'unrated' }));
const share = (n: number, d: number) => ({ ratio: { n, d }, round: 'ceil' as const });

/** A to D with ratios of their own: 10 %, 20 %, 30 % and all, in five batches each. */
function byGrade(change: Partial<DrawSetup> = {}): DrawSetup {
  const ratios = { A: share(1, 10), B: share(1, 5), C: share(3, 10), D: share(1, 1) };
  return drawSetup({
    stratifiedBy: 'grade',
    strata: grades.map((grade) =>
      drawStratum({ code: `grade-${grade}`, name: `${grade}级`, size: ratios[grade], batches: 5 }),
    ),
    reserve: share(1, 3),
    approvedBase: 60,
    approvedCount: 25,
    ...change,
  });
}

const taken = (setup: DrawSetup, facts: readonly SubjectAtFreeze[] = graded()) =>
  rosterOf(setup, facts, inspectors(), []);
const found = (setup: DrawSetup, facts?: readonly SubjectAtFreeze[]) => poolFindings(setup, taken(setup, facts).pool);
const codesOf = (findings: readonly { readonly code: string; readonly level: string }[]) =>
  findings.map(({ code, level }) => `${code} ${level}`);

test('each grade is drawn by its own ratio of those who can be drawn, with the sum written out', () => {
  const { strata, size, base } = previewDraw(byGrade(), taken(byGrade()));
  expect(base).toBe(60);
  expect(strata.map(({ formula, size: drawn, full }) => [formula, drawn, full])).toEqual([
    ['15×10%＝1.5，进一，2家', 2, false],
    ['15×20%＝3家', 3, false],
    ['15×30%＝4.5，进一，5家', 5, false],
    ['15×100%＝15家', 15, true],
  ]);
  expect(size).toBe(25);
});

test('fewer than twenty are pointed out, but not where all are inspected', () => {
  const small = found(byGrade()).filter(({ code }) => code === 'small-stratum');
  expect(small).toMatchObject([
    { stratum: 'A级', eligible: 15, least: 20, level: 'check' },
    { stratum: 'B级' },
    { stratum: 'C级' },
  ]);
});

test('a size above the pool is refused, with the stratum and by how many', () => {
  const strata = [drawStratum({ size: { count: 43 } })];
  expect(found(drawSetup({ strata, approvedCount: 43 }), subjects())).toMatchObject([
    { code: 'size-above-pool', size: 43, eligible: 41, by: 2, level: 'must' },
  ]);
});

test('a bound that cannot be met is named, and by how many (“双随机”工作制度 七（三）)', () => {
  const bounded = (min: Size | null, max: Size | null) =>
    drawSetup({ quota: [{ group: 'K', members: { of: 'priority-subjects' }, min, max }] });
  const withPriority = (count: number): SubjectAtFreeze[] =>
    subjects().map((one, index) => ({ ...one, priority: index < count ? 'priority' : 'ordinary' }));
  expect(found(bounded(share(1, 2), null), withPriority(3))).toMatchObject([
    { code: 'bound-unreachable', bound: 'min', wanted: 5, reachable: 3, by: 2, level: 'must' },
  ]);
  expect(found(bounded(null, { count: 2 }), withPriority(40))).toMatchObject([
    { code: 'bound-unreachable', bound: 'max', wanted: 2, reachable: 8, by: 6, level: 'must' },
  ]);
  expect(found(bounded({ count: 5 }, { count: 2 }), withPriority(9))).toMatchObject([
    { code: 'bound-crossed', min: 5, max: 2, level: 'must' },
  ]);
  expect(found(bounded(share(1, 2), null), withPriority(5))).toEqual([]);
});

test('objects of a grade that no stratum names are found, and a stratum without objects too', () => {
  const facts = [...graded(), subject(61, { grade: 'unrated' })];
  expect(found(byGrade(), facts)).toContainEqual(
    expect.objectContaining({ code: 'stratum-not-named', stratum: 'grade-unrated', entries: 1, level: 'must' }),
  );
  const noD = graded().filter(({ grade }) => grade !== 'D');
  expect(codesOf(found(byGrade(), noD))).toContain('stratum-empty check');
});

test('a total other than the approved number is a departure: refused without a reason', () => {
  const setup = byGrade({ approvedCount: 24 });
  expect(found(setup)).toContainEqual(
    expect.objectContaining({ code: 'count-differs', approved: 24, total: 25, level: 'must' }),
  );
  const draw = preparingDraw({ setup });
  expect(freezeRoster(draw, taken(setup), clerk, before, 1)).toMatchObject({
    ok: false,
    refusal: { code: 'design-refused', findings: [{ code: 'count-differs' }] },
  });
});

test('with a reason the departure waits for a deputy director who is not the applicant', () => {
  const setup = byGrade({ approvedCount: 24, override: requestedOverride('按等级分层，C级进一', clerk, before) });
  const draw = preparingDraw({ setup });
  expect(freezeRoster(draw, taken(setup), clerk, before, 1)).toEqual(refuse({ code: 'override-not-approved' }));
  const both = { ...clerk, roles: [...clerk.roles, 'deputyDirector' as const] };
  expect(approveDesignOverride(draw, both, before)).toEqual(refuse({ code: 'approver-is-applicant', name: '何书' }));
  const approved = follow(draw, decided(approveDesignOverride(draw, leader, before)));
  const frozen = decided(freezeRoster(approved, taken(setup), clerk, before, 1));
  expect(frozen.checks).toContainEqual(
    expect.objectContaining({ code: 'override-approved', approved: 24, total: 25, by: '吕审' }),
  );
  expect(approveDesignOverride(approved, leader, after)).toEqual(refuse({ code: 'override-not-requested' }));
});

test('a declined departure leaves the design to be changed, and a changed design needs a new approval', () => {
  const setup = byGrade({ approvedCount: 24, override: requestedOverride('按等级分层，C级进一', clerk, before) });
  const draw = preparingDraw({ setup });
  const declined = follow(draw, decided(declineDesignOverride(draw, '按批准数抽', leader, before)));
  expect(freezeRoster(declined, taken(setup), clerk, before, 1)).toMatchObject({
    refusal: { code: 'design-refused' },
  });
  const plain = drawSetup();
  expect(redesignDraw(declined, plain, [], person('施核', 'sectionChief'), after)).toEqual(
    refuse({ code: 'not-the-operator', operator: 'legalClerk' }),
  );
  const changed = follow(declined, decided(redesignDraw(declined, plain, [], clerk, after)));
  expect(freezeRoster(changed, taken(plain, subjects()), clerk, after, 1).ok).toBe(true);
  const wrong = mustFindings(found(byGrade({ approvedCount: 24 })));
  expect(redesignDraw(changed, setup, wrong, clerk, after)).toEqual(
    refuse({ code: 'design-refused', findings: wrong }),
  );
});

test('a seat that nobody is qualified for is found before the freeze', () => {
  const strata = [drawStratum({ seats: [{ needs: ['coal'] }, { needs: [] }] })];
  const setup = drawSetup({ strata });
  expect(codesOf(previewDraw(setup, taken(setup, subjects())).findings)).toContain('nobody-qualified must');
  const nobody = rosterOf(drawSetup(), subjects(), inspectors(1), []);
  expect(codesOf(previewDraw(drawSetup(), nobody).findings)).toContain('inspectors-too-few must');
});

test('batches make fewer visits than objects, never an empty one', () => {
  const visits = (batches: number) => {
    const setup = drawSetup({ strata: [drawStratum({ batches })] });
    return previewDraw(setup, taken(setup, subjects())).strata[0]?.visits;
  };
  expect([visits(2), visits(9), visits(40)]).toEqual([2, 9, 9]);
});

const anySubject = fc.record({
  standing: fc.constantFrom('active', 'closed', 'suspended'),
  drawnThisRound: fc.constantFrom(null, { kind: 'committed', no: 1, on: on('2022-03-01') } as const),
  priority: fc.constantFrom('priority', 'ordinary'),
  grade: fc.constantFrom(...grades, 'unrated'),
}) satisfies fc.Arbitrary<Partial<SubjectAtFreeze>>;
const anySize = fc.oneof(
  fc.record({ count: fc.integer({ min: 0, max: 4 }) }),
  fc.record({
    ratio: fc.record({ n: fc.integer({ min: 0, max: 10 }), d: fc.constant(10) }),
    round: fc.constantFrom('ceil', 'floor', 'halfUp'),
  }),
);

test('the preview is what the freeze then computes', () => {
  fc.assert(
    fc.property(
      fc.array(anySubject, { minLength: 1, maxLength: 40 }),
      fc.array(anySize, { minLength: 5, maxLength: 5 }),
      anySize,
      (changes, sizes, reserve) => {
        const facts = changes.map((change, index) => subject(index + 1, change));
        const strata = ([...grades, 'unrated'] as const).map((grade, at) =>
          drawStratum({ code: `grade-${grade}`, name: grade, size: sizes[at] ?? { count: 0 }, batches: at + 1 }),
        );
        const loose = drawSetup({ stratifiedBy: 'grade', filter: drawFilter(), strata, reserve, approvedBase: 0 });
        const total = previewDraw(loose, taken(loose, facts)).size;
        const setup = { ...loose, approvedCount: total };
        const preview = previewDraw(setup, taken(setup, facts));
        const frozen = freezeRoster(preparingDraw({ setup }), taken(setup, facts), clerk, before, 5);
        // What the preview calls a must keeps the roster from being frozen, and nothing else does.
        expect(frozen.ok).toBe(mustFindings(preview.findings).length === 0);
        if (!frozen.ok) return;
        const { figures } = frozen.value;
        expect([figures.pool, figures.eligible, figures.excluded]).toEqual([
          preview.base,
          preview.eligible,
          preview.excluded,
        ]);
        expect(preview.strata).toMatchObject(figures.strata);
      },
    ),
    { numRuns: 60 },
  );
});
