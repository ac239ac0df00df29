import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../account/actor.ts';
import type { Role } from '../account/role.ts';
import type { BureauId, InspectionId, InspectorId, PersonId, SubjectId, VisitId } from '../id.ts';
import type { CalendarDate, Instant } from '../time.ts';
import {
  confirmOutcome,
  emptyChecklist,
  evolveInspection,
  type Inspection,
  type InspectionEvent,
  markDisclosed,
  type OutcomeDraft,
  personalDataIn,
  publicName,
  recordOutcome,
  redacted,
  returnOutcome,
  reviewOutcome,
  startInspection,
} from './index.ts';

const inspector = (name: string) => `inspector-${name}` as InspectorId;
const at = (text: string) => text as Instant;
const on = (text: string) => text as CalendarDate;

function actor(name: string, roles: readonly Role[]): Actor {
  return {
    bureauId: 'b' as BureauId,
    personId: name as PersonId,
    name,
    roles,
    sectionId: null,
    inspectorId: roles.includes('inspector') ? inspector(name) : null,
    reauthenticatedAt: null,
  };
}
const feng = actor('冯八', ['inspector']);
const chu = actor('褚十', ['inspector']);
const shi = actor('施核', ['sectionChief']);
const he = actor('何书', ['legalClerk']);
const categories = [
  { code: '1', label: '未发现问题', finding: false },
  { code: '6', label: '发现问题已责令改正', finding: true },
];
const facts = { categories, checklist: emptyChecklist };
const member = (name: string, seat: number) => ({ seat, inspectorId: inspector(name), name, certificateNo: null });

const awaiting: Inspection = {
  status: 'awaiting',
  id: 'i' as InspectionId,
  visitId: 'v' as VisitId,
  subject: {
    subjectId: 's' as SubjectId,
    code: '91140428XX10085141',
    name: '长子县冬字号加油站',
    naturalPerson: false,
  },
  team: [member('冯八', 1), member('褚十', 2)],
  dispatchedAt: at('2022-04-07T01:00:00Z'),
};
const clean: OutcomeDraft = {
  category: '1',
  points: [],
  uncheckedReason: '',
  findings: '',
  endedOn: on('2022-04-25'),
  signatures: { inspectors: [inspector('冯八'), inspector('褚十')], respondent: { kind: 'signed' } },
};
const morning = at('2022-04-25T01:30:00Z');
const evening = at('2022-04-25T09:00:00Z');

type Decided =
  | { readonly ok: true; readonly value: InspectionEvent }
  | { readonly ok: false; readonly refusal: unknown };
function after(inspection: Inspection, decision: Decided): Inspection {
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
  return evolveInspection(inspection, decision.value);
}
const begun = after(awaiting, startInspection(awaiting, feng, 2, morning));
const recorded = after(begun, recordOutcome(begun, chu, clean, facts, evening));
const confirmed = after(recorded, confirmOutcome(recorded, shi, evening));
const reviewed = after(confirmed, reviewOutcome(confirmed, he, '', evening));

describe('starting', () => {
  test('someone of the team starts, nobody else', () => {
    expect(startInspection(awaiting, actor('李四', ['inspector']), 2, morning)).toMatchObject({
      refusal: { code: 'not-on-the-team' },
    });
    expect(begun).toMatchObject({ status: 'begun', begun: { name: '冯八', at: morning } });
  });

  test('one inspector alone never starts, whatever the policy says (行政处罚法 §42)', () => {
    const alone = { ...awaiting, team: [member('冯八', 1)] };
    expect(startInspection(alone, feng, 1, morning)).toMatchObject({
      refusal: { code: 'team-too-small', present: 1, needed: 2 },
    });
  });

  test('the second one is told who began', () => {
    expect(startInspection(begun, chu, 2, evening)).toMatchObject({
      refusal: { code: 'begun-already', by: '冯八', at: morning },
    });
  });
});

describe('recording the outcome', () => {
  const refusalOf = (draft: Partial<OutcomeDraft>) => {
    const decision = recordOutcome(begun, chu, { ...clean, ...draft }, facts, evening);
    return decision.ok ? 'recorded' : decision.refusal.code;
  };

  test('the category is one of the bureau’s', () => {
    expect(refusalOf({ category: '99' })).toBe('unknown-category');
  });

  test('a category of findings says what was found, a clean one says nothing', () => {
    expect(refusalOf({ category: '6', findings: '  ' })).toBe('findings-missing');
    expect(refusalOf({ findings: '灭火器失效' })).toBe('findings-without-finding');
    expect(refusalOf({ category: '6', findings: '灭火器失效' })).toBe('recorded');
  });

  test('the inspection ends between its beginning and today', () => {
    expect(refusalOf({ endedOn: on('2022-04-24') })).toBe('ended-before-begun');
    expect(refusalOf({ endedOn: on('2022-04-26') })).toBe('ended-in-future');
  });

  test('all inspectors sign; who refuses to sign has a reason on record', () => {
    const signed = clean.signatures.inspectors;
    expect(refusalOf({ signatures: { ...clean.signatures, inspectors: signed.slice(0, 1) } })).toBe(
      'signature-missing',
    );
    expect(refusalOf({ signatures: { inspectors: signed, respondent: { kind: 'refused', reason: ' ' } } })).toBe(
      'refusal-without-reason',
    );
  });
});

describe('reading the record', () => {
  test('the chief confirms, unless he was there', () => {
    const both = { ...shi, inspectorId: inspector('褚十') };
    expect(confirmOutcome(recorded, both, evening)).toMatchObject({ refusal: { code: 'own-outcome' } });
    expect(confirmed).toMatchObject({ status: 'awaiting-legal-review', confirmed: { name: '施核' } });
  });

  test('the legal section reviews only what somebody else confirmed', () => {
    const chiefToo = { ...shi, roles: ['sectionChief', 'legalClerk'] as const };
    expect(reviewOutcome(confirmed, chiefToo, '', evening)).toMatchObject({ refusal: { code: 'confirmed-by-you' } });
    expect(reviewOutcome(recorded, he, '', evening)).toMatchObject({
      refusal: { code: 'inspection-in-other-state', status: 'awaiting-confirmation' },
    });
    expect(reviewed.status).toBe('awaiting-disclosure');
  });

  test('the public text of the review holds no personal number', () => {
    const draft = { ...clean, category: '6', findings: '负责人电话13900001234' };
    const found = after(begun, recordOutcome(begun, chu, draft, facts, evening));
    const ready = after(found, confirmOutcome(found, shi, evening));
    expect(reviewOutcome(ready, he, '负责人电话13900001234', evening)).toMatchObject({
      refusal: { code: 'personal-data-left', found: [{ kind: 'mobile', text: '13900001234' }] },
    });
    expect(reviewOutcome(ready, he, redacted('负责人电话13900001234'), evening)).toMatchObject({
      value: { review: { publicFindings: '负责人电话（已遮盖）' } },
    });
  });

  test('each reader returns what lies before him, with a reason', () => {
    expect(returnOutcome(recorded, he, '缺签字页', evening)).toMatchObject({
      refusal: { code: 'return-is-not-yours' },
    });
    expect(returnOutcome(confirmed, he, '缺签字页', evening)).toMatchObject({
      value: { returned: { by: 'legal-review', reason: '缺签字页' } },
    });
  });

  test('a returned record is written anew and confirmed anew', () => {
    const returned = after(confirmed, returnOutcome(confirmed, he, '缺签字页', evening));
    const again = after(returned, recordOutcome(returned, feng, clean, facts, evening));
    expect(again).toMatchObject({ status: 'awaiting-confirmation', outcome: { recorded: { name: '冯八' } } });
    expect(again).not.toHaveProperty('confirmed');
  });

  test('only a reviewed result is disclosed', () => {
    expect(markDisclosed(confirmed, he, evening)).toMatchObject({ refusal: { code: 'inspection-in-other-state' } });
    expect(after(reviewed, markDisclosed(reviewed, he, evening)).status).toBe('disclosed');
  });
});

test('property: no sequence of decisions discloses what was not recorded, confirmed and reviewed by different people', () => {
  const people = [feng, chu, shi, he];
  const steps = [
    (i: Inspection, who: Actor) => startInspection(i, who, 2, morning),
    (i: Inspection, who: Actor) => recordOutcome(i, who, clean, facts, evening),
    (i: Inspection, who: Actor) => confirmOutcome(i, who, evening),
    (i: Inspection, who: Actor) => returnOutcome(i, who, '补正', evening),
    (i: Inspection, who: Actor) => reviewOutcome(i, who, '', evening),
    (i: Inspection, who: Actor) => markDisclosed(i, who, evening),
  ];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(steps.length - 1), fc.nat(people.length - 1)), { maxLength: 40 }), (moves) => {
      let inspection: Inspection = awaiting;
      for (const [step, person] of moves) {
        const decide = steps[step];
        const who = people[person];
        if (decide === undefined || who === undefined) continue;
        const decision: Decided = decide(inspection, who);
        if (decision.ok) inspection = evolveInspection(inspection, decision.value);
      }
      if (inspection.status !== 'disclosed') return;
      const ids = [inspection.outcome.recorded, inspection.confirmed, inspection.review.act].map((act) => act.personId);
      expect(new Set(ids).size).toBe(3);
    }),
  );
});

describe('personal numbers', () => {
  test.each([
    ['identity-number', '身份证140428199003072516'],
    ['identity-number', '身份证１４０４２８１９９００３０７２５１Ｘ'],
    ['identity-number', '身份证 140428 19900307 251X'],
    ['mobile', '电话139-0000-1234'],
    ['mobile', '+86 13900001234'],
    ['landline', '值班电话0355-8322119'],
    ['bank-card', '账号6222021234567890123'],
    ['e-mail', '邮箱lisi@example.cn'],
  ])('%s is found in 「%s」', (kind, text) => {
    expect(personalDataIn(text).map((one) => one.kind)).toContain(kind);
    expect(personalDataIn(redacted(text))).toEqual([]);
  });

  test.each(['91140428XX10085141', '2022年4月25日', '长应急抽记〔2022〕2号', '压力0.25MPa，共18项', '罚款120000元'])(
    '「%s」 is none',
    (text) => {
      expect(personalDataIn(text)).toEqual([]);
    },
  );

  test('a natural person is shown by the surname, a firm by its name', () => {
    expect([publicName('李四', true), publicName('欧阳四', true), publicName('长子县天字号精细化工厂', false)]).toEqual(
      ['李*', '欧阳*', '长子县天字号精细化工厂'],
    );
  });
});
