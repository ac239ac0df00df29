import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  at,
  clerk,
  drawnDraw,
  drawSetup,
  follow as followDraw,
  inspector,
  inspectors,
  leader,
  on,
  person,
  subjects,
} from '../../test/draw-example.ts';
import {
  adoptPolicy,
  type AuditEntry,
  checkTaskRule,
  drawPolicyOf,
  emptyChain,
  emptyChecklist,
  follow,
  hardFloors,
  type Inspection,
  type InspectionId,
  type InspectorId,
  linkText,
  newTask,
  openTask,
  permissions,
  type PlanRowFacts,
  type PolicyKey,
  policyKeys,
  type PolicyProfile,
  type PolicyRules,
  publicName,
  recordOutcome,
  redacted,
  requestRecusal,
  requestVoid,
  resolvePolicy,
  rosterOf,
  startInspection,
  type SubjectId,
  type TaskId,
  type TaskProfile,
  type TaskRules,
  type VisitId,
  type VisitNow,
  voidDraw,
} from '../index.ts';

const clause = { source: '想放宽的文件', place: '一', verified: true };
const sectors: PolicyRules = {
  sectors: { value: [{ code: 'mine', label: '非煤矿山', short: '矿山', key: true }], clause },
};
const base: PolicyProfile = { bureau: '演示局', effectiveOn: on('2022-01-01'), province: {}, own: sectors };

/** Every rule as lax as its kind allows, which no layer may make of a floor. */
const lax = {
  'team.minInspectors': { value: 1, clause },
  'inspector.eligibility': { value: { certificate: true, employment: 'any', sectorMatch: false }, clause },
  'recusal.covers': { value: ['expert'], clause },
  'legalReview.scope': { value: [], clause },
  'exclusion.rule': { value: 'none', clause },
  'exclusion.openTask': { value: 'stay', clause },
} as const satisfies PolicyRules;
const laxTask: TaskRules = Object.fromEntries(
  Object.entries(lax).map(([key, rule]) => [key, { ...rule, reason: '急' }]),
);

/** The same lax rules, said by the province, by the bureau, for one task. */
const layers: readonly (readonly [string, TaskProfile])[] = [
  ['province', { ...base, province: lax, task: {} }],
  ['bureau', { ...base, own: { ...sectors, ...lax }, task: {} }],
  ['task', { ...base, task: laxTask }],
];

/** The codes with which each layer's command refuses the rule. */
function refusals(key: PolicyKey, rules: PolicyRules): readonly string[] {
  const adopted = [
    adoptPolicy(null, { ...base, province: rules }),
    adoptPolicy(null, { ...base, own: { ...sectors, ...rules } }),
  ];
  const asked = { taskId: 'task-2' as TaskId, key, rules, reason: '急' };
  const all = [...adopted, checkTaskRule({ profile: base, overrides: [], undrawn: true }, asked)];
  return all.map((one) => (one.ok ? 'adopted' : one.refusal.code));
}

const zhao = person('赵一', 'inspector');
const member = (name: string, seat: number) => ({
  ...{ seat, inspectorId: `inspector-${name}` as InspectorId, name, certificateNo: '14042822001' },
});
const visited: Inspection = {
  ...{ status: 'awaiting', id: 'i' as InspectionId, visitId: 'v' as VisitId, dispatchedAt: at('2022-04-07T01:00:00Z') },
  subject: {
    subjectId: 's' as SubjectId,
    code: '91140428XX10085141',
    name: '长子县天字号加油站',
    naturalPerson: false,
  },
  team: [member('赵一', 1), member('钱二', 2)],
};
const morning = at('2022-04-25T01:30:00Z');
const asMember = { ...zhao, inspectorId: 'inspector-赵一' as InspectorId };

describe('the eight floors that no province, no bureau and no task can set aside', () => {
  test('each of the eight has its test here', () => {
    expect(hardFloors.map(({ code }) => code)).toEqual([
      'two-certified-inspectors',
      'certificate-shown',
      'recusal-possible',
      'draw-log-immutable',
      'finished-draw-kept',
      'record-signed',
      'item-published',
      'personal-data-redacted',
    ]);
  });

  test('two-certified-inspectors: no layer lets one inspector go alone, and a team of one cannot begin', () => {
    const below = ['policy-below-floor', 'policy-below-floor', 'task-rule-below-floor'];
    expect(refusals('team.minInspectors', { 'team.minInspectors': lax['team.minInspectors'] })).toEqual(below);
    for (const [layer, profile] of layers) {
      expect(drawPolicyOf(profile).seats, layer).toBe(2);
      const least = resolvePolicy(profile, 'team.minInspectors').value;
      const alone = { ...visited, team: [member('赵一', 1)] };
      for (const needed of [least, 1, 0]) {
        expect(startInspection(alone, asMember, needed, morning), layer).toMatchObject({
          refusal: { code: 'team-too-small', present: 1, needed: 2 },
        });
      }
    }
  });

  test('certificate-shown: nobody without a certificate to show is drawn, and no layer can do without it', () => {
    // A value that the type forbids, as a file could hold it.
    const without: PolicyRules = JSON.parse(
      JSON.stringify({
        'inspector.eligibility': { value: { certificate: false, employment: 'any', sectorMatch: false }, clause },
      }),
    );
    expect(refusals('inspector.eligibility', without)).toEqual([
      ...['policy-below-floor', 'policy-below-floor', 'task-rule-not-for-tasks'],
    ]);
    const none = inspector(1, { certificateUntil: null });
    const ended = inspector(2, { certificateUntil: on('2022-05-31') });
    const [, , third, fourth] = inspectors(4);
    if (third === undefined || fourth === undefined) throw new Error('four inspectors');
    const roster = rosterOf(drawSetup(), subjects(), [none, ended, third, fourth], []);
    expect(roster.inspectors.map(({ inspectorId }) => inspectorId)).toEqual([third.inspectorId, fourth.inspectorId]);
  });

  test('recusal-possible: inspectors stay under recusal at every layer, and whoever is drawn may ask for it', () => {
    expect(refusals('recusal.covers', { 'recusal.covers': lax['recusal.covers'] })).toEqual([
      ...['policy-below-floor', 'policy-below-floor', 'task-rule-not-for-tasks'],
    ]);
    for (const [layer, profile] of layers) {
      expect(resolvePolicy(profile, 'recusal.covers').value, layer).toContain('inspector');
    }
    const seat = { seat: 1, holder: { inspectorId: asMember.inspectorId, code: 'I1', name: '赵一' }, appointed: false };
    const visit: VisitNow = { visit: 'V1', seats: [seat], objects: [], begun: null };
    const asked = { visit: 'V1', seat: 1, origin: 'self', reason: 'kin', text: '内弟是法定代表人' } as const;
    expect(requestRecusal(drawnDraw(), [visit], asked, [], asMember, morning)).toMatchObject({ ok: true });
  });

  test('draw-log-immutable: an entry changed by a letter breaks its chain, whatever the rules of the day were', () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    for (const [layer, profile] of layers) {
      const entry: AuditEntry = {
        ...{ entryId: 'e1', noun: 'draw', aggregateId: 'd2', version: 9, eventType: 'draw-completed' },
        ...{ event: { seats: drawPolicyOf(profile).seats }, actorId: 'p1', actorName: '何书', at: morning },
      };
      const hash = sha256(linkText(1, emptyChain.hash, entry));
      const link = { position: 1, entryId: 'e1', previousHash: emptyChain.hash, hash };
      expect(follow(emptyChain, link, entry, sha256), layer).toEqual({ position: 1, hash });
      const changed = { ...entry, actorName: '何舒' };
      expect(follow(emptyChain, link, changed, sha256), layer).toMatchObject({ code: 'changed-entry' });
    }
  });

  test('finished-draw-kept: a finished draw is voided in public and never deleted: nobody holds a command for that', () => {
    const draw = drawnDraw();
    const asked = requestVoid(draw, 'roster-wrong', '名单有误', clerk, morning);
    if (!asked.ok) throw new Error(asked.refusal.code);
    const waiting = followDraw(draw, asked.value);
    const voided = voidDraw(waiting, leader, morning);
    if (!voided.ok) throw new Error(voided.refusal.code);
    const kept = followDraw(waiting, voided.value);
    expect(kept.status).toBe('voided');
    expect(JSON.stringify(kept)).toContain(draw.result.hash);
    const about = Object.keys(permissions).filter((name) => /draw|log|audit/.test(name));
    expect(about).toContain('void-draw');
    expect(about.filter((name) => /delete|remove|erase|purge|rewrite/.test(name))).toEqual([]);
  });

  test('record-signed: a record lacks no signature, and a refused one has its reason, under every layer’s categories', () => {
    for (const [layer, profile] of layers) {
      const begun = {
        ...visited,
        status: 'begun',
        begun: { personId: zhao.personId, name: '赵一', at: morning },
      } as const;
      const facts = { categories: resolvePolicy(profile, 'result.categories').value, checklist: emptyChecklist };
      const draft = { category: '1', points: [], uncheckedReason: '', findings: '', endedOn: on('2022-04-25') };
      const sign = (names: readonly string[], respondent: { kind: 'signed' } | { kind: 'refused'; reason: string }) =>
        recordOutcome(
          begun,
          asMember,
          { ...draft, signatures: { inspectors: names.map((name) => `inspector-${name}` as InspectorId), respondent } },
          facts,
          at('2022-04-25T09:00:00Z'),
        );
      const both = ['赵一', '钱二'];
      expect(sign(['赵一'], { kind: 'signed' }), layer).toMatchObject({ refusal: { code: 'signature-missing' } });
      expect(sign(both, { kind: 'refused', reason: ' ' }), layer).toMatchObject({
        refusal: { code: 'refusal-without-reason' },
      });
      expect(sign(both, { kind: 'refused', reason: '负责人不在' }).ok, layer).toBe(true);
    }
  });

  test('item-published: a matter that was not published opens no task, and no rule speaks of it', () => {
    const row = { approved: true, order: {}, unpublished: ['对商场的行政检查'] } as unknown as PlanRowFacts;
    const open = (unpublished: readonly string[]) =>
      openTask('task-9' as TaskId, { ...row, unpublished }, undefined, morning);
    expect(open(row.unpublished)).toMatchObject({ refusal: { code: 'items-not-published' } });
    const opened = open([]);
    if (!opened.ok) throw new Error(opened.refusal.code);
    expect(newTask(opened.value).status).toBe('planned');
    expect(policyKeys.filter((key) => /item|publish-matter/.test(key))).toEqual([]);
  });

  test('personal-data-redacted: what goes public names no natural person whole and carries no number, and no rule speaks of it', () => {
    expect(publicName('李四光', true)).toBe('李*');
    expect(redacted('联系13800001234，身份证140428199001011234')).toBe('联系（已遮盖），身份证（已遮盖）');
    expect(policyKeys.filter((key) => /mask|redact|personal|privacy/.test(key))).toEqual([]);
  });
});
