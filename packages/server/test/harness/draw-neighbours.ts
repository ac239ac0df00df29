import type {
  CalendarDate,
  DrawId,
  ExclusionPolicy,
  InspectorAtFreeze,
  InspectorId,
  PlanId,
  PlanRowFacts,
  PlanRowId,
  SubjectId,
} from '@mingchou/domain';
import { termsOfSection } from '@mingchou/domain';
import { type HousePorts, selfCheckPort } from '../../src/composition.ts';
import { accountModule } from '../../src/modules/account/index.ts';
import { sectionsOf } from '../../src/modules/account/queries.ts';
import { auditModule } from '../../src/modules/audit/index.ts';
import {
  publicDraw,
  publishAttempt,
  publishCeremony,
  publishDrawSnapshot,
  publishExternalSnapshot,
  publishFile,
} from '../../src/modules/disclosure/index.ts';
import { portalPages } from '../../src/modules/disclosure/portal/pages.ts';
import {
  bureauOfDraws,
  countDrawnOfRound,
  type DispatchedVisits,
  drawModule,
  type DrawPorts,
  listDrawnOfRound,
  openDrawsOfRound,
  type SubjectNow,
} from '../../src/modules/draw/index.ts';
import { findOpenRound, holdOpenRound, roundModule } from '../../src/modules/round/index.ts';
import { findTask, lockTask, takeTaskStep, taskModule } from '../../src/modules/task/index.ts';
import { readCells } from '../../src/modules/exchange/index.ts';
import type { Module } from '../../src/shell/module.ts';

/** What plan, registry and inspection would say, made up: 41 objects, 9 to draw, 12 inspectors, three conflicts. */
export interface Neighbours {
  readonly subjects: Map<string, SubjectNow>;
  readonly inspectors: Map<string, InspectorAtFreeze>;
  readonly conflicts: { subjectId: SubjectId; inspectorId: InspectorId }[];
  readonly inspections: Map<SubjectId, CalendarDate[]>;
  /** Objects of dispatched draws that are not finished. */
  readonly openInspections: Map<SubjectId, DrawId>;
  /** What was dispatched, as the inspections would receive it. */
  readonly dispatched: DispatchedVisits[];
  readonly rows: Map<PlanRowId, PlanRowFacts>;
  /** Titles of items that the list does not publish now. */
  readonly unpublished: string[];
  readonly compose: (house: HousePorts) => readonly Module[];
  /** The modules of the house that was last composed. */
  readonly composed: () => readonly Module[];
}

const sectors = ['hazchem-production', 'hazchem-trade'];
const uuid = (kind: number, index: number) => `00000000-0000-7${kind}00-8000-${index.toString(16).padStart(12, '0')}`;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

export function planRowId(index: number): PlanRowId {
  return uuid(3, index) as PlanRowId;
}

function subject(index: number): SubjectNow {
  return {
    subjectId: uuid(1, index) as SubjectId,
    code: `91140428XX1${String(index).padStart(6, '0')}X`,
    name: `长子县第${index}字号加油站`,
    address: '长子县丹朱镇',
    sector: index <= 2 ? 'hazchem-production' : 'hazchem-trade',
    priority: index <= 5 ? 'priority' : 'ordinary',
    grade: (['A', 'B', 'C', 'D'] as const)[index % 4] ?? 'unrated',
    region: '140428',
    sectionId: null,
    standing: 'active',
    evidence: null,
  };
}

function inspector(index: number): InspectorAtFreeze {
  return {
    inspectorId: uuid(2, index) as InspectorId,
    code: `1404282200${String(index).padStart(2, '0')}`,
    name: `执法${index}`,
    qualifications: index <= 6 ? sectors : [],
    certificateUntil: '2023-03-31' as CalendarDate,
    available: true,
    cap: 4,
  };
}

function planRow(index: number): PlanRowFacts {
  return {
    approved: true,
    unpublished: [],
    order: {
      planId: uuid(4, 1) as PlanId,
      planRowId: planRowId(index),
      year: 2022,
      rowNo: index,
      name: `2022年第${index}行危险化学品生产经营企业双随机抽查计划`,
      objects: '危险化学品生产经营企业',
      scope: '全县危险化学品生产经营企业',
      selection: 'targeted',
      sectors,
      level: 'all',
      approvedBase: 41,
      approvedCount: 9,
      sum: '41×20%＝8.2，进一，9家',
      from: '2022-04-01' as CalendarDate,
      to: '2022-06-30' as CalendarDate,
    },
  };
}

// Rows of these tests share their objects; with the real policy a second draw would leave the first's out.
const lenient: ExclusionPolicy = { drawnBefore: 'stay', openTask: 'stay', frequency: 2, caps: [], clauses: {} };

export function neighbours(
  rows = 30,
  given: Partial<DrawPorts> = {},
  also: (house: HousePorts) => readonly Module[] = () => [],
  exclusion = lenient,
): Neighbours {
  const subjects = new Map(numbers(41).map((index) => [`s${index}`, subject(index)]));
  const inspectors = new Map(numbers(12).map((index) => [`i${index}`, inspector(index)]));
  const plan = new Map(numbers(rows).map((index) => [planRowId(index), planRow(index)]));
  const inspections = new Map<SubjectId, CalendarDate[]>();
  const openInspections = new Map<SubjectId, DrawId>();
  const dispatched: DispatchedVisits[] = [];
  const conflicts = [1, 2, 3].map((index) => ({
    subjectId: uuid(1, index) as SubjectId,
    inspectorId: uuid(2, index) as InspectorId,
  }));
  const unpublished: string[] = [];
  let modules: readonly Module[] = [];
  const compose = (house: HousePorts): readonly Module[] => {
    modules = modulesOf(house);
    return modules;
  };
  const modulesOf = (house: HousePorts): readonly Module[] => [
    accountModule({ mode: house.mode }),
    auditModule(),
    taskModule({
      planRow: (_db, id) => Promise.resolve(plan.get(id)),
      unpublishedItems: () => Promise.resolve(unpublished),
      approvedRows: () => Promise.resolve([...plan].map(([id, facts]) => ({ planRowId: id, facts }))),
    }),
    roundModule({
      sectors: () => Promise.resolve(sectors),
      base: () => Promise.resolve(subjects.size),
      openDraws: openDrawsOfRound,
      countDrawn: countDrawnOfRound,
      listDrawn: listDrawnOfRound,
    }),
    drawModule(
      {
        trialRounds: 10,
        bureau: bureauOfDraws,
        policy: () =>
          Promise.resolve({
            operatorRole: 'legalClerk',
            diceDigits: 20,
            leastWitnesses: 2,
            allowedSources: ['dice', 'lottery', 'witness', 'drand'],
            reserve: { count: 3 },
            rounding: { value: 'ceil', clause: { source: '2022年抽查工作计划', place: '五', verified: true } },
            repeats: { source: '2022年抽查工作计划', place: '五', verified: true },
            keyShare: null,
            sectors: [
              { code: 'hazchem-production', label: '危化生产', short: '危化', key: true },
              { code: 'hazchem-trade', label: '危化经营', short: '危化', key: false },
            ],
            seats: 2,
            exclusion,
            sealing: { selections: ['targeted'], unsealWithin: { n: 3, unit: 'workday' } },
            platform: { kind: 'either' },
            recusalDecider: 'deputyDirector',
          }),
        terms: () => Promise.resolve({ ...termsOfSection('股室'), subject: '抽查对象' }),
        lockTask,
        task: findTask,
        sections: sectionsOf,
        takeTaskStep,
        unpublishedItems: () => Promise.resolve(unpublished),
        subjects: () => Promise.resolve([...subjects.values()]),
        inspectors: () => Promise.resolve([...inspectors.values()]),
        conflicts: () => Promise.resolve(conflicts),
        inspectionsInYear: () => Promise.resolve(inspections),
        openInspections: () => Promise.resolve(openInspections),
        openRound: findOpenRound,
        holdOpenRound,
        createVisits: (_tx, _actor, visits) => {
          dispatched.push(visits);
          return Promise.resolve();
        },
        fieldworkOf: () => Promise.resolve({ all: 0, open: 0, lastEndedOn: null }),
        publishProgressOf: () => Promise.resolve(),
        visitsOfDraw: () => Promise.resolve([]),
        lockVisits: () => Promise.resolve([]),
        changeTeam: () => Promise.resolve(),
        replaceObject: () => Promise.resolve(),
        withdrawVisits: () => Promise.resolve(),
        leaders: () => Promise.resolve(['吕审']),
        publishAttempt,
        publishDrawSnapshot,
        publishExternalSnapshot,
        readCells,
        publishCeremony,
        publishFile,
        ...given,
      },
      {
        publicUrl: house.publicUrl,
        demonstration: true,
        publicDraw: (slug, drawNo) => publicDraw(house.portal, slug, drawNo),
      },
    ),
    ...also(house),
    // The public pages alone: what becomes of a draw afterwards is not told here.
    {
      noun: 'portal',
      bindings: [],
      pages: portalPages({ ...house, demonstration: true, selfCheck: selfCheckPort(house) }),
    },
  ];
  return {
    subjects,
    inspectors,
    conflicts,
    inspections,
    openInspections,
    dispatched,
    rows: plan,
    unpublished,
    compose,
    composed: () => modules,
  };
}
