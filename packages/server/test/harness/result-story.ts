import { readFileSync } from 'node:fs';
import { disclosureRoutes, inspectionRoutes, policyProfile, policyRoutes } from '@mingchou/contract';
import { emptyChecklist } from '@mingchou/domain';
import type { DrawId, InspectionId, InspectorId, SubjectId, TaskId } from '@mingchou/domain';
import type { z } from 'zod';
import type { Client } from '../../src/shell/client.ts';
import { publishPlanSnapshot, publishProgressSnapshot } from '../../src/modules/disclosure/index.ts';
import { createVisits, type DispatchedTask } from '../../src/modules/inspection/index.ts';
import { inTx, type TestBureau, testBureau, testPassword } from '../harness.ts';

const uuid = (kind: number, index: number) => `00000000-0000-7${kind}00-8000-${index.toString(16).padStart(12, '0')}`;
const team = ['冯八', '褚十'] as const;
const names = ['天字号精细化工厂', '地字号化工助剂厂', '玄字号加油站', '黄字号加油站'] as const;

/** 长子 with its own rules, its plan on the portal and four objects dispatched to 冯八 and 褚十. */
export interface ResultBureau extends TestBureau {
  readonly feng: Client;
  readonly chu: Client;
  readonly chief: Client;
  readonly clerk: Client;
  /** The inspections in the order of the draw. */
  readonly inspections: readonly InspectionId[];
  readonly about: (id: InspectionId) => Promise<{ inspectionId: InspectionId; version: number }>;
  /** The words with which 冯八 records a result; a valid clean one unless told otherwise. */
  readonly outcome: (id: InspectionId, change?: Partial<OutcomeInput>) => Promise<OutcomeInput>;
  /** Carries an inspection so far: begun, recorded, confirmed or reviewed. */
  readonly carry: (id: InspectionId, to: Stage, change?: Partial<OutcomeInput>) => Promise<void>;
  readonly disclose: (...ids: readonly InspectionId[]) => Promise<Disclosed>;
  readonly page: (path: string) => Promise<{ readonly status: number; readonly body: string }>;
}

type OutcomeInput = z.input<typeof inspectionRoutes.recordOutcome.input>;
type Disclosed = Awaited<ReturnType<typeof discloseAs>>;

export const stages = ['begun', 'recorded', 'confirmed', 'reviewed'] as const;
export type Stage = (typeof stages)[number];

export async function resultBureau(): Promise<ResultBureau> {
  const bureau = await testBureau({ now: '2022-04-25T01:30:00Z' });
  const clerk = awake(bureau, '何书');
  const profile = policyProfile.parse(
    JSON.parse(readFileSync(new URL('../../../../samples/policies/zz.json', import.meta.url), 'utf8')),
  );
  await clerk.mustSend(policyRoutes.adoptPolicy, { version: 0, profile });
  for (const [index, name] of team.entries()) await bureau.linkInspector(name, inspectorId(index));
  const inspections = await dispatch(bureau);
  const [feng, chu, chief] = [awake(bureau, '冯八'), awake(bureau, '褚十'), awake(bureau, '施核')];

  const show = (inspectionId: InspectionId) => clerk.mustAsk(inspectionRoutes.showInspection, { inspectionId });
  const about = async (id: InspectionId) => ({ inspectionId: id, version: (await show(id)).version });
  const outcome = async (id: InspectionId, change: Partial<OutcomeInput> = {}) => ({
    ...(await about(id)),
    category: '1',
    findings: '',
    endedOn: '2022-04-25',
    signatures: { inspectors: team.map((_, index) => inspectorId(index)), respondent: { kind: 'signed' as const } },
    ...change,
  });
  const steps: Record<Stage, (id: InspectionId, change: Partial<OutcomeInput>) => Promise<unknown>> = {
    begun: async (id) => feng.mustSend(inspectionRoutes.startInspection, await about(id)),
    recorded: async (id, change) => feng.mustSend(inspectionRoutes.recordOutcome, await outcome(id, change)),
    confirmed: async (id) => chief.mustSend(inspectionRoutes.confirmOutcome, await about(id)),
    reviewed: async (id) => {
      const publicFindings = (await show(id)).redaction?.suggestion ?? '';
      await clerk.mustSend(inspectionRoutes.reviewOutcome, { ...(await about(id)), publicFindings });
    },
  };
  return {
    ...bureau,
    ...{ feng, chu, chief, clerk, inspections, about, outcome },
    carry: async (id, to, change = {}) => {
      for (const stage of stages.slice(0, stages.indexOf(to) + 1)) await steps[stage](id, change);
    },
    disclose: async (...ids) => discloseAs(await bureau.as('何书'), ids),
    page: async (path) => {
      const came = await bureau.app.inject({ method: 'GET', url: path });
      return { status: came.statusCode, body: came.body };
    },
  };
}

async function discloseAs(clerk: Client, ids: readonly InspectionId[]) {
  await clerk.reauthenticate(testPassword);
  const { rows } = await clerk.mustAsk(disclosureRoutes.listDisclosures, { size: 100 });
  const version = (id: InspectionId) => rows.find((row) => row.id === id)?.version ?? 1;
  return clerk.send(disclosureRoutes.discloseResults, { results: ids.map((id) => ({ id, version: version(id) })) });
}

/** A person who signs in for each thing he does: the story's days are longer than a session. */
function awake(bureau: TestBureau, name: string): Client {
  return {
    send: async (...given) => (await bureau.as(name)).send(...given),
    ask: async (...given) => (await bureau.as(name)).ask(...given),
    mustSend: async (...given) => (await bureau.as(name)).mustSend(...given),
    mustAsk: async (...given) => (await bureau.as(name)).mustAsk(...given),
    reauthenticate: async (password) => (await bureau.as(name)).reauthenticate(password),
    cookie: () => '',
  };
}

export function inspectorId(index: number): InspectorId {
  return uuid(2, index + 1) as InspectorId;
}

/** Sends one team to a batch of made-up objects, drawn by another draw than the story's. */
export async function dispatchBatch(
  bureau: TestBureau,
  subjects: readonly string[],
  { drawNo = 3, checklist = emptyChecklist } = {},
): Promise<void> {
  const batch = subjects.map((name, index) => ({
    subjectId: uuid(1, 10 * drawNo + index) as SubjectId,
    code: `91140428XX15${drawNo}${index}00${index}A`,
    name,
  }));
  const task = {
    ...taskOf([{ order: 1, subjects: batch, seats: seats() }]),
    ...{ taskId: uuid(4, drawNo) as TaskId, drawId: uuid(5, drawNo) as DrawId, drawNo },
  };
  await send(bureau, task, checklist);
}

function seats() {
  return team.map((name, index) => ({ seat: index + 1, inspectorId: inspectorId(index), name }));
}

function taskOf(visits: DispatchedTask['visits']): DispatchedTask {
  return {
    taskId: uuid(4, 1) as TaskId,
    drawId: uuid(5, 1) as DrawId,
    drawNo: 2,
    year: 2022,
    taskName: '2022年危险化学品生产经营企业双随机抽查计划',
    objects: '危险化学品生产经营企业',
    planRowNo: 2,
    to: '2022-06-30' as DispatchedTask['to'],
    visits,
  };
}

async function dispatch(bureau: TestBureau): Promise<readonly InspectionId[]> {
  const task = taskOf(
    names.map((name, index) => ({
      order: index + 1,
      subjects: [
        {
          subjectId: uuid(1, index) as SubjectId,
          code: `91140428XX100${index}00${index}A`,
          name: `长子县${name}`,
        },
      ],
      seats: seats(),
    })),
  );
  await inTx(bureau.database, bureau.bureauId, (tx) => publishPlanSnapshot(tx, plan));
  await send(bureau, task);
  const rows = await bureau.sql(
    'select i.inspection_id as id from inspection i join visit v using (bureau_id, visit_id) order by v.place',
  );
  return rows.map((row) => String(row['id']) as InspectionId);
}

async function send(bureau: TestBureau, task: DispatchedTask, checklist = emptyChecklist): Promise<void> {
  const actor = {
    ...{ bureauId: bureau.bureauId, personId: bureau.personId('何书'), name: '何书', roles: ['legalClerk'] as const },
    ...{ sectionId: null, inspectorId: null, reauthenticatedAt: null },
  };
  const ports = {
    policy: () => Promise.resolve({ categories: [], minInspectors: 2 }),
    checklist: () => Promise.resolve(checklist),
    certificateNumbers: () => Promise.resolve(new Map([[inspectorId(0), '14042822005']])),
    drawsClosedTo: () => Promise.resolve([]),
    publishProgress: publishProgressSnapshot,
    resultChanged: () => Promise.resolve(),
    finishTask: () => Promise.resolve(),
  };
  await inTx(bureau.database, bureau.bureauId, (tx) => createVisits(ports, tx, actor, task));
}

const plan: Parameters<typeof publishPlanSnapshot>[1] = {
  year: 2022,
  title: '2022年“双随机、一公开”抽查工作计划',
  documentNo: '长子应急发〔2022〕23号',
  issuedOn: '2022-03-03',
  publishedAt: '2022-03-03T08:00:00Z',
  rows: [
    {
      no: 2,
      taskName: '2022年危险化学品生产经营企业双随机抽查计划',
      selection: 'targeted',
      item: '化工企业和危险化学品生产、经营（带仓储设施）企业监督检查',
      objects: '危险化学品生产经营企业',
      scope: '全县危险化学品生产经营企业',
      ratio: '20%',
      base: 41,
      count: 9,
      sum: '41×20%＝8.2，进一，9家',
      from: '2022-04-01',
      to: '2022-06-30',
      department: '长子县应急管理局',
    },
  ],
};
