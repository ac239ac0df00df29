import { expect, test } from 'vitest';
import {
  before,
  clerk,
  committedDraw,
  decided,
  drawSetup,
  exclusionPolicy,
  follow,
  frozenDraw,
  inspectors,
  leader,
  on,
  person,
  preparingDraw,
  subject,
  subjects,
} from '../../test/draw-example.ts';
import type { Draw, ExclusionPolicy, OverrideKind, SubjectAtFreeze } from '../index.ts';
import {
  approveOverride,
  declineOverride,
  freezeRoster,
  overridesOf,
  poolOf,
  recordOf,
  refuse,
  requestOverride,
  rosterOf,
} from '../index.ts';

const drawn = { kind: 'committed', no: 1, on: on('2022-03-15') } as const;
const words = '有举报，需要再查';

/** Object 1 as it stands, asked for in a draw that is being prepared. */
function ask(
  change: Partial<SubjectAtFreeze>,
  { kind = 'put-back' as OverrideKind, ground = null as string | null, rules = exclusionPolicy() } = {},
  draw: Draw = preparingDraw({ setup: drawSetup({ exclusion: rules }) }),
) {
  return requestOverride(draw, { kind, subject: subject(1, change), text: words, ground }, clerk, before);
}
const asked = (change: Partial<SubjectAtFreeze>, options: Parameters<typeof ask>[1] = {}) =>
  follow(preparingDraw(), decided(ask(change, options)));
const approved = (draw: Draw) => follow(draw, decided(approveOverride(draw, 1, leader, before)));

function poolWith(draw: Draw, change: Partial<SubjectAtFreeze>, rules: ExclusionPolicy = exclusionPolicy()) {
  return poolOf([subject(1, change), subject(2)], rules, overridesOf(recordOf(draw)))[0]?.exclusion ?? null;
}

test('an excluded object is put back by reason and the approval of another person', () => {
  const draw = asked({ drawnThisRound: drawn });
  expect(poolWith(draw, { drawnThisRound: drawn })?.reason).toBe('drawn-this-round');
  expect(poolWith(approved(draw), { drawnThisRound: drawn })).toBeNull();
  expect(overridesOf(recordOf(approved(draw)))).toMatchObject([
    { no: 1, was: ['drawn-this-round'], text: words, applicant: { name: '何书' }, decision: { act: { name: '吕审' } } },
  ]);
});

test('who asked cannot approve, whatever roles he holds', () => {
  const both = person('何书', 'legalClerk', 'deputyDirector');
  const draw = asked({ drawnThisRound: drawn });
  expect(approveOverride(draw, 1, both, before)).toEqual(refuse({ code: 'approver-is-applicant', name: '何书' }));
  expect(declineOverride(draw, 1, '不必再查', both, before)).toEqual(
    refuse({ code: 'approver-is-applicant', name: '何书' }),
  );
});

test('a closed enterprise cannot be put back by anybody; a cap only with its legal ground (N-19)', () => {
  expect(ask({ standing: 'closed' })).toEqual(
    refuse({ code: 'exclusion-is-law', name: subject(1).name, reason: 'closed' }),
  );
  const rules = exclusionPolicy({ frequency: null, caps: [{ sectors: [], grade: null, times: 1 }] });
  const checked = { inspectedOn: [on('2022-03-20')] };
  expect(ask(checked, { rules })).toEqual(refuse({ code: 'ground-missing', name: subject(1).name }));
  expect(ask(checked, { rules, ground: '《安全生产法》第六十五条' }).ok).toBe(true);
});

test('one application sets aside every reason that stands, and names them all', () => {
  const both = { drawnThisRound: drawn, openTask: drawn };
  const draw = asked(both);
  expect(overridesOf(recordOf(draw))[0]?.was).toEqual(['drawn-this-round', 'in-open-task']);
  expect(poolWith(approved(draw), both)).toBeNull();
  expect(poolWith(approved(asked({ openTask: drawn })), both)?.reason).toBe('drawn-this-round');
});

test('an object outside the draw’s filter is not asked for', () => {
  expect(ask({ sector: 'coal', standing: 'suspended' })).toEqual(refuse({ code: 'subject-not-in-pool' }));
});

test('an approval lifts the reason it names and no other: what closes afterwards stays out', () => {
  const draw = approved(asked({ drawnThisRound: drawn }));
  expect(poolWith(draw, { drawnThisRound: drawn, standing: 'closed' })?.reason).toBe('closed');
  expect(poolWith(draw, { drawnThisRound: drawn, standing: 'suspended' })?.reason).toBe('suspended');
});

test('an eligible object is left out only by reason and approval, and says both in the roster', () => {
  const draw = asked({}, { kind: 'leave-out' });
  expect(poolWith(draw, {})).toBeNull();
  expect(poolWith(approved(draw), {})).toEqual({
    reason: 'left-out',
    evidence: '有举报，需要再查（何书申请，吕审批准）',
  });
  expect(ask({ standing: 'suspended' }, { kind: 'leave-out' })).toMatchObject({
    refusal: { code: 'subject-already-excluded', reason: 'suspended' },
  });
  expect(ask({}, {}, approved(draw))).toMatchObject({ refusal: { code: 'subject-left-out' } });
});

test('what is declined changes nothing and may be asked for again; what waits may not', () => {
  const draw = asked({ drawnThisRound: drawn });
  expect(ask({ drawnThisRound: drawn }, {}, draw)).toMatchObject({ refusal: { code: 'override-already-requested' } });
  const declined = follow(draw, decided(declineOverride(draw, 1, '不必再查', leader, before)));
  expect(poolWith(declined, { drawnThisRound: drawn })?.reason).toBe('drawn-this-round');
  expect(approveOverride(declined, 1, leader, before)).toMatchObject({ refusal: { code: 'override-already-decided' } });
  expect(ask({ drawnThisRound: drawn }, {}, declined).ok).toBe(true);
});

test('the freeze waits until every application is decided', () => {
  const draw = asked({ drawnThisRound: drawn });
  const facts = [subject(1, { drawnThisRound: drawn }), ...subjects().slice(1)];
  const roster = (now: Draw) => rosterOf(drawSetup(), facts, inspectors(), [], overridesOf(recordOf(now)));
  expect(freezeRoster(draw, roster(draw), clerk, before, 2)).toEqual(
    refuse({ code: 'overrides-undecided', names: [subject(1).name] }),
  );
  const after = approved(draw);
  expect(decided(freezeRoster(after, roster(after), clerk, before, 2)).figures).toMatchObject({ eligible: 41 });
});

test('from the freeze on nothing of it can change, and least of all after the commitment', () => {
  for (const draw of [frozenDraw(), committedDraw()]) {
    const other = refuse({ code: 'draw-in-other-state', status: draw.status });
    expect(ask({ drawnThisRound: drawn }, {}, draw)).toEqual(other);
    expect(approveOverride(draw, 1, leader, before)).toEqual(other);
    expect(declineOverride(draw, 1, '不必再查', leader, before)).toEqual(other);
  }
});
