import { amend, type FileName, lineOf, runDraw, standingOf, verify } from '@mingchou/verifier';
import { commitmentOf } from '@mingchou/verifier';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  after,
  before,
  clerk,
  completeCollection,
  decided,
  drawnDraw,
  follow,
  frozenDraw,
  inspector,
  leader,
  openAt,
  person,
  roster,
  values,
  digits,
} from '../../test/draw-example.ts';
import type { Actor, AmendmentLine, Draw, DrawnDraw, SeatHolder, VisitDrawn, VisitNow } from '../index.ts';
import {
  amendDraw,
  approvable,
  declineAmendment,
  decideSeat,
  frozenOf,
  publicSource,
  refuse,
  requestRecusal,
  requestSubstitution,
  requestVoid,
  standingVisits,
  voidDraw,
} from '../index.ts';

const holder = (index: number): SeatHolder => {
  const { inspectorId, code, name } = inspector(index);
  return { inspectorId, code, name };
};
const seven: SeatHolder = holder(7);
const visit = (change: Partial<VisitNow> = {}): VisitNow => ({
  visit: '91140428XX1000009X',
  objects: [{ code: '91140428XX1000009X', name: '月字号加油站' }],
  seats: [
    { seat: 1, holder: holder(1), appointed: false },
    { seat: 2, holder: seven, appointed: false },
  ],
  begun: null,
  ...change,
});
const begun = { by: '蒋十二', at: after };
const asInspector = (index: number): Actor => ({
  ...person(`执法${index}`, 'inspector'),
  inspectorId: inspector(index).inspectorId,
});
const seven2: Actor = asInspector(7);
const reason = { reason: 'past-employment', text: '曾在该企业任职' } as const;
const asked = { ...reason, visit: visit().visit, seat: 2, origin: 'self' } as const;
const request = (draw: Draw = drawnDraw(), visits: readonly VisitNow[] = [visit()]) =>
  requestRecusal(draw, visits, asked, ['吕审'], seven2, after);
const requested = (): DrawnDraw => follow(drawnDraw(), decided(request())) as DrawnDraw;

describe('回避（行政处罚法第四十三条，GX-04、GX-11）', () => {
  test('an inspector asks for himself, the clerk for the enterprise; nobody for a colleague', () => {
    expect(decided(request()).request).toMatchObject({ no: 1, kind: 'recusal', seat: 2, holder: seven, decided: null });
    const other = requestRecusal(drawnDraw(), [visit()], asked, [], asInspector(8), after);
    expect(other).toEqual(refuse({ code: 'not-your-seat' }));
    const byFirm = { ...asked, origin: 'enterprise' } as const;
    expect(requestRecusal(drawnDraw(), [visit()], byFirm, [], clerk, after).ok).toBe(true);
    expect(requestRecusal(drawnDraw(), [visit()], byFirm, [], seven2, after)).toMatchObject({
      refusal: { code: 'not-the-operator' },
    });
  });

  test('after the visit began it is not taken, and says to whom to report', () => {
    const late = refuse({ code: 'visit-already-begun', at: after, leaders: ['吕审'] });
    expect(request(drawnDraw(), [visit({ begun })])).toEqual(late);
    expect(approvable(requested(), [visit({ begun })], 1, ['吕审'], leader)).toEqual(late);
  });

  test('is asked for once, of a seat that is held, by lot and of a drawn draw', () => {
    expect(request(requested())).toEqual(refuse({ code: 'amendment-already-requested', by: '执法7', at: after }));
    const empty = visit({ seats: [{ seat: 2, holder: null, appointed: false }] });
    expect(request(drawnDraw(), [empty])).toEqual(refuse({ code: 'seat-not-held' }));
    const named = visit({ seats: [{ seat: 2, holder: seven, appointed: true }] });
    expect(request(drawnDraw(), [named])).toEqual(refuse({ code: 'seat-by-decision' }));
    expect(request(completeCollection())).toEqual(refuse({ code: 'draw-in-other-state', status: 'collecting' }));
  });

  test('is decided by the leader, never by who asks or leaves', () => {
    expect(approvable(requested(), [visit()], 1, [], leader)).toMatchObject({ ok: true, value: { no: 1 } });
    expect(approvable(requested(), [visit()], 1, [], clerk)).toEqual(refuse({ code: 'not-the-decider' }));
    const own = { ...leader, personId: seven2.personId, name: '执法7' };
    expect(approvable(requested(), [visit()], 1, [], own)).toEqual(
      refuse({ code: 'approver-is-applicant', name: '执法7' }),
    );
    const leaving = { ...leader, inspectorId: seven.inspectorId };
    expect(approvable(requested(), [visit()], 1, [], leaving)).toMatchObject({
      refusal: { code: 'approver-is-recused' },
    });
    expect(approvable(requested(), [visit()], 2, [], leader)).toEqual(refuse({ code: 'request-not-open' }));
  });

  test('is not granted for a person who meanwhile left the seat', () => {
    const changed = visit({ seats: [{ seat: 2, holder: holder(8), appointed: false }] });
    expect(approvable(requested(), [changed], 1, [], leader)).toEqual(
      refuse({ code: 'seat-changed', name: seven.name }),
    );
  });

  test('declined or approved, it is closed and its words stay', () => {
    const no = follow(requested(), decided(declineAmendment(requested(), 1, '关系已满三年', leader, after)));
    expect(no).toMatchObject({ requests: [{ decided: { approved: false, text: '关系已满三年' } }] });
    expect(declineAmendment(no, 1, '再次不批', leader, after)).toEqual(refuse({ code: 'request-not-open' }));
    const [asked1] = requested().requests ?? [];
    if (asked1 === undefined) throw new Error('asked');
    const lines: AmendmentLine[] = [
      { kind: 'recusal', seq: 1, visit: asked.visit, seat: 2, left: seven, joined: null, reasonCode: 'interest' },
    ];
    const given = { lines, text: '', office: 'deputyDirector' } as const;
    const yes = follow(requested(), amendDraw(requested(), asked1, given, leader, after));
    expect(yes).toMatchObject({ requests: [{ decided: { approved: true } }], amendments: [{ request: 1, lines }] });
  });
});

describe('席位空缺时的领导决定（协议第8条）', () => {
  const vacant = visit({ seats: [{ seat: 2, holder: null, appointed: false }] });
  const about = { visit: vacant.visit, seat: 2, text: '请安监股协助' };
  const fit = { ...holder(9), available: true, certificateUntil: '2023-03-31', conflict: false };
  const decide = (appointee: typeof fit | null, visits = [vacant], actor = leader) =>
    decideSeat(drawnDraw(), visits, about, appointee, [], actor, after);

  test('is recorded with his name and words; it may also leave the seat empty', () => {
    expect(decided(decide(fit)).decision).toMatchObject({ appointed: holder(9), text: about.text });
    expect(decided(decide(null)).decision.appointed).toBeNull();
    expect(decide(fit, [vacant], clerk)).toEqual(refuse({ code: 'not-the-decider' }));
  });

  test('names nobody while a person drawn by lot sits there', () => {
    expect(decide(fit, [visit()])).toEqual(refuse({ code: 'seat-not-vacant', name: seven.name }));
  });

  test.each([
    ['off-duty', { available: false }],
    ['certificate', { certificateUntil: '2022-06-29' }],
    ['conflict', { conflict: true }],
  ] as const)('names nobody who may not go: %s', (why, change) => {
    expect(decide({ ...fit, ...change })).toMatchObject({ refusal: { code: 'appointee-unfit', why } });
  });
});

describe('递补（协议第8条）', () => {
  const [object] = visit().objects;
  const closed = {
    code: object?.code ?? '',
    reason: 'closed',
    text: '已注销营业执照',
    evidence: 'a'.repeat(64),
  } as const;

  test('is asked for by who runs the draw or goes there, of an object that was drawn', () => {
    const sent = decided(requestSubstitution(drawnDraw(), [visit()], closed, clerk, after));
    expect(sent.request).toMatchObject({ kind: 'substitution', object, evidence: closed.evidence });
    expect(requestSubstitution(drawnDraw(), [visit()], closed, seven2, after).ok).toBe(true);
    expect(requestSubstitution(drawnDraw(), [visit()], closed, asInspector(8), after)).toMatchObject({
      refusal: { code: 'not-the-operator' },
    });
    expect(requestSubstitution(drawnDraw(), [], closed, clerk, after)).toEqual(refuse({ code: 'object-not-drawn' }));
  });

  test('is over once someone has gone there', () => {
    const late = refuse({ code: 'object-already-visited', at: after });
    expect(requestSubstitution(drawnDraw(), [visit({ begun })], closed, clerk, after)).toEqual(late);
  });
});

test('a dispatched draw is void only while nobody has begun a visit', () => {
  const dispatched = follow(drawnDraw(), {
    type: 'draw-dispatched',
    drawId: drawnDraw().id,
    visits: 9,
    act: { personId: clerk.personId, name: clerk.name, at: after },
  });
  const gone = [{ subject: '月字号加油站', at: after }];
  const refusal = refuse({ code: 'visits-begun', subject: '月字号加油站', at: after, count: 1 });
  expect(requestVoid(dispatched, 'roster-wrong', '名单漏了一家', clerk, after, gone)).toEqual(refusal);
  const waiting = follow(
    dispatched,
    decided(requestVoid(dispatched, 'roster-wrong', '名单漏了一家', clerk, after, [])),
  );
  // Somebody may have set out between the application and the decision.
  expect(voidDraw(waiting, leader, after, gone)).toEqual(refusal);
  expect(follow(waiting, decided(voidDraw(waiting, leader, after, [])))).toMatchObject({ status: 'voided' });
});

/** A bundle of the example draw, and the visits in it as the desk tells them. */
function drawnBundle(): { files: Map<FileName, Uint8Array>; drawn: readonly VisitDrawn[] } {
  const frozen = frozenDraw();
  const filesalts = { conflicts: '1'.repeat(32), inspectors: '2'.repeat(32) };
  const { files } = commitmentOf(
    frozenOf(frozen, roster(), { openAt, prev: '', filesalts, newSalt: () => '3'.repeat(32) }),
  );
  const lines = frozen.sources.map((source) => {
    const value = source.kind === 'dice' ? digits : source.kind === 'witness' ? (values[source.id] ?? '') : '';
    return lineOf('sha256', '140428-changzi', 2, publicSource(source), value) ?? '';
  });
  const result = runDraw(files, lines);
  const named = new Map(roster().inspectors.map(({ inspectorId, code, name }) => [code, { inspectorId, code, name }]));
  const drawn = result.assignment.visits.map(({ id, subjects }) => ({
    visit: id,
    objects: subjects.map((code) => ({ code, name: code })),
    seats: result.assignment.seats
      .filter((seat) => seat.visit === id)
      .map(({ seat, holder: on }) => ({ seat, holder: named.get(on?.inspectorId ?? '') ?? null })),
  }));
  return { files: new Map([...files, ...result.files]), drawn };
}

test('whatever is amended, the bundle never fails, and the desk tells the teams as the verifier does', () => {
  const start = drawnBundle();
  const named = new Map(roster().inspectors.map(({ inspectorId, code, name }) => [code, { inspectorId, code, name }]));
  const step = fc.record({ recusal: fc.boolean(), place: fc.nat(8), seat: fc.integer({ min: 1, max: 2 }) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 7 }), (steps) => {
      let { files } = start;
      const told: AmendmentLine[] = [];
      for (const { recusal, place, seat } of steps) {
        const visitNow = standingOf(files).visits[place];
        const head = { at: before, approver: 'deputyDirector' };
        const made = amend(
          files,
          recusal
            ? { ...head, reasonCode: 'kin', kind: 'recusal', visit: visitNow?.id ?? '', seat }
            : { ...head, reasonCode: 'closed', kind: 'substitution', id: visitNow?.subjects[0] ?? '', evidence: '' },
        );
        if (made === undefined) continue;
        files = new Map([...files, ['amendments.jsonl', made.file]]);
        for (const line of made.lines) {
          if (line.kind === 'void') continue;
          const { seq, reasonCode } = line;
          if (line.kind === 'recusal') {
            const left = named.get(line.inspectorId) ?? holder(0);
            const joined = named.get(line.substitute) ?? null;
            told.push({ kind: 'recusal', seq, reasonCode, visit: line.visit, seat: line.seat, left, joined });
          } else {
            const joined = line.substitute === '' ? null : { code: line.substitute, name: line.substitute };
            told.push({ kind: 'substitution', seq, reasonCode, left: { code: line.id, name: line.id }, joined });
          }
        }
      }
      expect(verify(files).checks.filter(({ status }) => status === 'failed')).toEqual([]);
      const amendments = [
        {
          request: 1,
          lines: told,
          approver: { personId: leader.personId, name: '吕审', at: after },
          office: 'head' as const,
        },
      ];
      const ours = standingVisits(start.drawn, { amendments });
      const theirs = standingOf(files);
      expect(ours.map(({ visit: id, objects }) => [id, objects.map(({ code }) => code)])).toEqual(
        theirs.visits.map(({ id, subjects }) => [id, subjects]),
      );
      const seats = ours.flatMap(({ visit: id, seats: all }) => all.map((one) => [id, one.seat, one.holder?.code]));
      expect(seats).toEqual(theirs.seats.map((one) => [one.visit, one.seat, one.holder?.inspectorId]));
    }),
    { numRuns: 12, seed: 8 },
  );
});

test('whom the leader appointed sits there until the lot or he says otherwise', () => {
  const drawn: VisitDrawn[] = [{ visit: 'v', objects: [{ code: 'a', name: 'a' }], seats: [{ seat: 1, holder: null }] }];
  const decision = {
    visit: 'v',
    seat: 1,
    text: '临时指定',
    act: { personId: leader.personId, name: '吕审', at: after },
  };
  const told = (appointed: SeatHolder | null) =>
    standingVisits(drawn, {
      seatDecisions: [
        { ...decision, appointed: holder(3) },
        { ...decision, appointed },
      ],
    })[0]?.seats;
  expect(told(holder(4))).toEqual([{ seat: 1, holder: holder(4), appointed: true }]);
  expect(told(null)).toEqual([{ seat: 1, holder: null, appointed: false }]);
});
