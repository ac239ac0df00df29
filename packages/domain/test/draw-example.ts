import type {
  Actor,
  CalendarDate,
  CollectingDraw,
  CommittedDraw,
  Draw,
  DrawEvent,
  DesignOrder,
  DrawFilter,
  DrawId,
  DrawnDraw,
  DrawPolicy,
  DrawPrepared,
  DrawSetup,
  DrawStratum,
  ExclusionPolicy,
  FrozenDraw,
  InspectorAtFreeze,
  Instant,
  LiveDraw,
  PrepareDraw,
  PreparingDraw,
  Result,
  Role,
  RoundId,
  Roster,
  SubjectAtFreeze,
  TaskId,
} from '../src/index.ts';
import {
  confirmDice,
  evolveDraw,
  freezeRoster,
  newDraw,
  prepareDraw,
  publishCommitment,
  recordDice,
  revealWitness,
  rosterOf,
  sealWitness,
} from '../src/index.ts';
import { witnessCommitment } from '@mingchou/verifier';

/** A made-up bureau like 长子's row 2: 41 objects, 9 to draw, 12 inspectors. Each function gives a valid thing by default. */
export const at = (text: string) => text as Instant;
export const on = (text: string) => text as CalendarDate;

export const before = at('2022-04-01T08:20:00Z');
export const openAt = at('2022-04-06T02:00:00Z');
export const after = at('2022-04-06T02:06:00Z');
export const digits = '40719365028841736259';
export const values: Readonly<Record<string, string>> = {
  W1: '5e0c27a94d18b6f3a27f90c3e1d84b65',
  W2: 'c81f3b7702e94a5d96b0d47e2f13a8c9',
};

export function person(name: string, ...roles: Role[]): Actor {
  return {
    bureauId: '0190-bureau' as Actor['bureauId'],
    personId: `person-${name}` as Actor['personId'],
    name,
    roles,
    sectionId: null,
    inspectorId: null,
    reauthenticatedAt: null,
  };
}
export const clerk = person('何书', 'legalClerk');
export const chief = person('施核', 'sectionChief');
export const leader = person('吕审', 'deputyDirector');

export function drawFilter(change: Partial<DrawFilter> = {}): DrawFilter {
  const sectors = ['hazchem-production', 'hazchem-trade'];
  return { selection: 'targeted', sectors, level: 'all', grades: [], regions: [], sections: [], words: [], ...change };
}

export function drawStratum(change: Partial<DrawStratum> = {}): DrawStratum {
  const seats = [{ needs: ['hazchem-production', 'hazchem-trade'] }, { needs: [] }];
  return { code: 'row-2', name: '危险化学品生产经营企业', size: { count: 9 }, batches: null, seats, ...change };
}

export function exclusionPolicy(change: Partial<ExclusionPolicy> = {}): ExclusionPolicy {
  return { drawnBefore: 'leaveThisRound', openTask: 'leave', frequency: 2, caps: [], clauses: {}, ...change };
}

export const round = { id: 'round-1' as RoundId, name: '2022年第一轮' };

export function drawSetup(change: Partial<DrawSetup> = {}): DrawSetup {
  return {
    bureauCode: '140428-changzi',
    suite: 'sha256',
    year: 2022,
    planRowNo: 2,
    taskName: '2022年危险化学品生产经营企业双随机抽查计划',
    objects: '危险化学品生产经营企业',
    scope: '全县危险化学品生产经营企业',
    filter: drawFilter(),
    stratifiedBy: 'none',
    strata: [drawStratum()],
    quota: [],
    reserve: { count: 3 },
    approvedBase: 41,
    approvedCount: 9,
    override: null,
    from: on('2022-04-01'),
    to: on('2022-06-30'),
    exclusion: exclusionPolicy(),
    operatorRole: 'legalClerk',
    ...change,
  };
}

export function subject(index: number, change: Partial<SubjectAtFreeze> = {}): SubjectAtFreeze {
  const no = String(index).padStart(2, '0');
  return {
    subjectId: `subject-${no}` as SubjectAtFreeze['subjectId'],
    code: `91140428XX10000${no}X`,
    name: `长子县第${no}字号加油站`,
    sector: index <= 2 ? 'hazchem-production' : 'hazchem-trade',
    address: `长子县丹朱镇${no}号`,
    priority: 'ordinary',
    grade: 'unrated',
    region: '140428',
    sectionId: null,
    standing: 'active',
    evidence: null,
    drawnThisRound: null,
    drawnThisYear: null,
    openTask: null,
    inspectedOn: [],
    ...change,
  };
}

export function inspector(index: number, change: Partial<InspectorAtFreeze> = {}): InspectorAtFreeze {
  const no = String(index).padStart(3, '0');
  return {
    inspectorId: `inspector-${no}` as InspectorAtFreeze['inspectorId'],
    code: `14042822${no}`,
    name: `执法${no}`,
    qualifications: index <= 6 ? ['hazchem-production', 'hazchem-trade'] : [],
    certificateUntil: on('2023-03-31'),
    available: true,
    cap: 4,
    ...change,
  };
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
export const subjects = (count = 41) => numbers(count).map((index) => subject(index));
export const inspectors = (count = 12) => numbers(count).map((index) => inspector(index));

export function roster(change: Partial<Roster> = {}, setup = drawSetup()): Roster {
  return { ...rosterOf(setup, subjects(), inspectors(), []), ...change };
}

export function prepareCommand(change: Partial<PrepareDraw> = {}): PrepareDraw {
  return {
    drawId: 'draw-2' as DrawId,
    taskId: 'task-2' as TaskId,
    taskStatus: 'planned',
    lastDrawNo: 1,
    replaces: null,
    round,
    setup: drawSetup(),
    announced: [{ kind: 'dice', digits: 20 }],
    allowed: ['dice', 'lottery', 'witness', 'drand'],
    leastWitnesses: 2,
    witnesses: [
      { name: '张见', organisation: '县纪委监委派驻组' },
      { name: '孔证', organisation: '县个体私营企业协会' },
    ],
    openAt,
    sealing: null,
    sealable: ['targeted', 'nonTargeted'],
    selection: 'targeted',
    ...change,
  };
}

/** The value of a decision that must not have been refused. */
export function decided<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

export function follow(draw: Draw, event: Exclude<DrawEvent, DrawPrepared>): Draw {
  if (draw.status === 'voided') throw new Error('void');
  return evolveDraw(draw, event);
}

function live<S extends LiveDraw['status']>(draw: Draw, status: S): Extract<LiveDraw, { readonly status: S }> {
  if (draw.status !== status) throw new Error(`${draw.status} instead of ${status}`);
  return draw as Extract<LiveDraw, { readonly status: S }>;
}

export function preparingDraw(change: Partial<PrepareDraw> = {}): PreparingDraw {
  return newDraw(decided(prepareDraw(prepareCommand(change), clerk, before)));
}

export function sealedBy(draw: Draw, witness: string): Draw {
  const commitment = witnessCommitment('sha256', '140428-changzi', 2, witness, values[witness] ?? '');
  return follow(draw, decided(sealWitness(draw, witness, commitment, before)));
}

export function frozenDraw(frozen: Roster = roster()): FrozenDraw {
  const event = decided(freezeRoster(preparingDraw(), frozen, clerk, before, 3));
  return live(sealedBy(sealedBy(follow(preparingDraw(), event), 'W1'), 'W2'), 'frozen');
}

export function committedDraw(): CommittedDraw {
  const draw = frozenDraw();
  return live(
    follow(draw, publishCommitment(draw, { c: 'c'.repeat(64), logIndex: 37, openAt }, clerk, before)),
    'committed',
  );
}

export function recordedDraw(): CollectingDraw {
  const draw = committedDraw();
  return live(follow(draw, decided(recordDice(draw, digits, clerk, after))), 'collecting');
}

export function confirmedDraw(): CollectingDraw {
  const draw = recordedDraw();
  return live(follow(draw, decided(confirmDice(draw, digits, chief, after))), 'collecting');
}

export function revealedBy(draw: Draw, witness: string): Draw {
  return follow(draw, decided(revealWitness(draw, witness, values[witness] ?? '', after)));
}

export function completeCollection(): CollectingDraw {
  return live(revealedBy(revealedBy(confirmedDraw(), 'W1'), 'W2'), 'collecting');
}

export function drawnDraw(): DrawnDraw {
  const result = {
    seed: 'd'.repeat(64),
    sampleKey: 'e'.repeat(32),
    hash: 'f'.repeat(64),
    selected: 9,
    reserves: 3,
    vacantSeats: 0,
  };
  const act = { personId: clerk.personId, name: clerk.name, at: after };
  return live(
    follow(completeCollection(), { type: 'draw-completed', drawId: 'draw-2' as DrawId, result, act }),
    'drawn',
  );
}

const clause = { source: '2022年抽查工作计划', place: '五', verified: true };

/** Row 2 of the plan, as it was approved. */
export function designOrder(change: Partial<DesignOrder> = {}): DesignOrder {
  return {
    year: 2022,
    rowNo: 2,
    name: '2022年危险化学品生产经营企业双随机抽查计划',
    objects: '危险化学品生产经营企业',
    scope: '全县危险化学品生产经营企业',
    selection: 'targeted',
    sectors: ['hazchem-production', 'hazchem-trade'],
    level: 'all',
    approvedBase: 41,
    approvedCount: 9,
    from: on('2022-04-01'),
    to: on('2022-06-30'),
    ...change,
  };
}

export function drawPolicy(change: Partial<DrawPolicy> = {}): DrawPolicy {
  return {
    platform: { kind: 'either' },
    operatorRole: 'legalClerk',
    diceDigits: 20,
    leastWitnesses: 2,
    allowedSources: ['dice', 'lottery', 'witness', 'drand'],
    reserve: { ratio: { n: 1, d: 3 }, round: 'ceil' },
    rounding: { value: 'ceil', clause },
    keyShare: null,
    sectors: [
      { code: 'hazchem-production', label: '危化生产', short: '危化', key: true },
      { code: 'hazchem-trade', label: '危化经营', short: '危化', key: false },
    ],
    seats: 2,
    sealing: { selections: ['targeted', 'nonTargeted'], unsealWithin: { n: 3, unit: 'workday' } },
    recusalDecider: 'deputyDirector',
    exclusion: drawSetup().exclusion,
    repeats: clause,
    ...change,
  };
}

/** 重点企业 not below half of each draw. */
export function keyShare(): NonNullable<DrawPolicy['keyShare']> {
  const members = { of: 'key-sectors', sectors: ['hazchem-production'] } as const;
  return { value: { group: 'K', members, min: { ratio: { n: 1, d: 2 }, round: 'ceil' }, max: null }, clause };
}
