import {
  type Actor,
  awayThroughout,
  type BureauId,
  type Checklist,
  citationJudge,
  dateOf,
  drawPolicyOf,
  type Instant,
  type PlanRowId,
  type PolicyProfile,
  resolvePolicy,
  type Task,
  type TaskId,
  type Terms,
  termsOfSection,
  visitDays,
} from '@mingchou/domain';
import type { InstallationMode } from './shell/shell.ts';
import type { Module } from './shell/module.ts';
import type { Db, Tx } from './db/tx.ts';
import type { PortalDatabase } from './db/portal.ts';
import { accountModule } from './modules/account/index.ts';
import { namesOfRole, sectionsOf, sectionWordOf } from './modules/account/queries.ts';
import { auditModule } from './modules/audit/index.ts';
import { budgetModule, budgetsInForce } from './modules/budget/index.ts';
import {
  addItem,
  catalogueModule,
  type CataloguePorts,
  checklistOf,
  itemFacts,
  lawsOf,
  libraryImport,
} from './modules/catalogue/index.ts';
import {
  disclosureImpact,
  disclosureModule,
  type DisclosurePorts,
  type SelfCheckPort,
  noteResult,
  publicDraw,
  publishAttempt,
  publishCeremony,
  publishDrawSnapshot,
  publishExternalSnapshot,
  publishFile,
  publishItemList,
  publishPlanSnapshot,
  publishProgressSnapshot,
  publishWords,
  republishWords,
} from './modules/disclosure/index.ts';
import {
  bureauOfDraws,
  countDrawnOfRound,
  drandOverHttp,
  drawImpacts,
  drawModule,
  type DrawPorts,
  drawsClosedTo,
  listDrawnOfRound,
  openDrawsOfRound,
  selfChecks,
} from './modules/draw/index.ts';
import { sealClearNumbers } from './modules/account/personal-numbers.ts';
import {
  exchangeModule,
  type ExchangePorts,
  readCells,
  readParts,
  readPlanDocument,
  sealClearWorkbooks,
} from './modules/exchange/index.ts';
import {
  changeTeam,
  closeDisclosed,
  createVisits,
  inspectionImpact,
  inspectionModule,
  type InspectionPorts,
  inspectionsInYear,
  lockInspection,
  fieldworkOf,
  lockVisits,
  openInspections,
  replaceObject,
  visitsOfDraw,
  withdrawVisits,
  publishProgressOf,
} from './modules/inspection/index.ts';
import {
  addPlanRow,
  approvedRow,
  approvedRows,
  createPlan,
  listedPlans,
  planImpact,
  planModule,
  plannedItems,
  type PlanPorts,
  pressPaper,
} from './modules/plan/index.ts';
import { readingModule, type ReadingPorts } from './modules/reading/index.ts';
import { policyModule, policyOf, policyOfTask, type PolicyPorts, type RuledTask } from './modules/policy/index.ts';
import {
  baseCounts,
  conflictsForDraw,
  inspectorExport,
  inspectorImport,
  inspectorsForDraw,
  outsideVisitDays,
  outsideVisitImport,
  planLists,
  referenceImport,
  registryModule,
  rereadNames,
  type RegistryPorts,
  sealClearContacts,
  subjectExport,
  subjectImport,
  subjectsForDraw,
} from './modules/registry/index.ts';
import { findOpenRound, holdOpenRound, roundModule, type RoundPorts } from './modules/round/index.ts';
import { findTask, lockTask, takeTaskStep, taskModule, tasksUnderWay, undrawnTasks } from './modules/task/index.ts';

// What the house and its start need of a module, named here because nobody else may name one.
export { type FoundedBureau, foundBureau, type NewBureau } from './modules/account/found-bureau.ts';
export { demonstrationPassword } from './modules/account/demonstration-password.ts';
export { hashPassword } from './modules/account/password-hash.ts';
export { findActor, startSession } from './modules/account/session.ts';
export { makeSetupLink } from './modules/account/set-up.ts';

/** 本局用语; before any rule says otherwise, as the bureau called its sections when it was founded. */
export async function termsOf(db: Db): Promise<Terms> {
  const { value, layer } = resolvePolicy(await policyOf(db), 'terms');
  return layer === 'default' ? termsOfSection(await sectionWordOf(db)) : value;
}

/** What seals the personal data that an earlier version of the program left in clear, and reads again what it read otherwise. */
export const clearSealers = [sealClearNumbers, sealClearContacts, sealClearWorkbooks, rereadNames];

/** What the house gives to whoever asks for more than a transaction. */
export interface HousePorts {
  readonly mode: InstallationMode;
  readonly publicUrl: string;
  /** Address of a drand relay, where the server has a network. */
  readonly drandRelay?: string | undefined;
  /** Reads the public snapshots as the role that can read nothing else. */
  readonly portal: PortalDatabase;
  /** Reads one bureau with the application's role, for the few public answers that no snapshot can hold. */
  readonly read: <T>(bureauId: BureauId, run: (db: Db) => Promise<T>) => Promise<T>;
  /** Writes in one bureau, for what ends outside a command: the last byte of a download. */
  readonly write: <T>(bureauId: BureauId, run: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Who asks, for downloads that are not JSON. */
  readonly actorOf: (cookies: Readonly<Record<string, string | undefined>>) => Promise<Actor | undefined>;
  /** The bureau's own time, for pages that have no session. */
  readonly businessNow: (bureauId: BureauId) => Promise<Instant>;
  /** Calls back after each commit of this process, for pages that show what has just happened. */
  readonly afterCommit: (heard: (bureauId: BureauId) => void) => void;
  readonly onError: (error: unknown) => void;
}

/** All modules with their ports; the only place that knows more than one of them. */
export function composeModules(house: HousePorts): readonly Module[] {
  return [
    accountModule({
      mode: house.mode,
      terms: termsOf,
    }),
    auditModule(),
    policyModule(policyPorts),
    catalogueModule(cataloguePorts),
    planModule(planPorts, { bureau: bureauOfDraws, demonstration: house.mode === 'demonstration' }),
    readingModule(readingPorts),
    budgetModule(
      { policy: policyOf, readFile: readParts },
      { bureau: bureauOfDraws, press: pressPaper, demonstration: house.mode === 'demonstration' },
    ),
    registryModule(registryPorts),
    exchangeModule({ targets: importPorts, lists: exportPorts }, house),
    taskModule({ planRow: approvedRow, approvedRows, unpublishedItems }),
    roundModule(roundPorts),
    drawModule(
      {
        ...drawPorts,
        fetchDrandRound: house.drandRelay === undefined ? undefined : drandOverHttp(house.drandRelay),
      },
      {
        publicUrl: house.publicUrl,
        demonstration: house.mode === 'demonstration',
        publicDraw: (slug, drawNo) => publicDraw(house.portal, slug, drawNo),
      },
    ),
    inspectionModule(inspectionPorts),
    disclosureModule(disclosurePorts, {
      portal: house.portal,
      publicUrl: house.publicUrl,
      businessNow: house.businessNow,
      afterCommit: house.afterCommit,
      onError: house.onError,
      selfCheck: selfCheckPort(house),
      demonstration: house.mode === 'demonstration',
    }),
  ];
}

/** 自查 reads with the application's role: the salts lie sealed, and nobody gets more than his own. */
export function selfCheckPort(house: Pick<HousePorts, 'read'>): SelfCheckPort {
  const check = selfChecks();
  return (bureauId, drawNo, code) => house.read(bureauId, (db) => check(db, drawNo, code));
}

const registryPorts: RegistryPorts = {
  sectors: async (db) =>
    resolvePolicy(await policyOf(db), 'sectors').value.map(({ code, label }) => ({ code, name: label })),
  priorityRules: async (db) => {
    const { value, clause } = resolvePolicy(await policyOf(db), 'priority.rules');
    return { rules: value, clause };
  },
  approval: async (db) => resolvePolicy(await policyOf(db), 'registry.approval').value,
  sections: sectionsOf,
  terms: termsOf,
};

const cataloguePorts: CataloguePorts = {
  ...{ policy: policyOf, plannedItems },
  publishItemList: async (tx, view) => {
    await publishWords(tx, await termsOf(tx));
    await publishItemList(tx, view);
  },
};

const importPorts: ExchangePorts['targets'] = {
  subject: subjectImport(registryPorts),
  inspector: inspectorImport(registryPorts),
  region: referenceImport('region'),
  industry: referenceImport('industry'),
  law: libraryImport('law'),
  mapping: libraryImport('mapping'),
  hazard: libraryImport('hazard'),
  visit: outsideVisitImport(),
};

const exportPorts: ExchangePorts['lists'] = {
  subjects: subjectExport(registryPorts),
  inspectors: inspectorExport(registryPorts),
};

/** Items of a plan row that the list does not publish now, whether they once were or never. */
async function unpublishedItems(db: Db, planRowId: PlanRowId): Promise<readonly string[]> {
  const row = await approvedRow(db, planRowId);
  const published = (await itemFacts(db)).filter((item) => item.published).map(({ id }): string => id);
  return (row?.order.items ?? []).flatMap(({ itemId, title }) =>
    itemId !== null && published.includes(itemId) ? [] : [title],
  );
}

/** 现场检查表 of a task: the items of its plan row, as the list publishes them now. */
async function checklistOfTask(db: Db, taskId: TaskId): Promise<Checklist> {
  const task = await findTask(db, taskId);
  const row = task === undefined ? undefined : await approvedRow(db, task.order.planRowId);
  const items = (row?.order.items ?? []).flatMap(({ itemId }) => (itemId === null ? [] : [itemId]));
  return checklistOf(db, items);
}

const roundPorts: RoundPorts = {
  sectors: async (db) => resolvePolicy(await policyOf(db), 'sectors').value.map(({ code }) => code),
  base: async (db, sectors) => {
    const counts = await baseCounts(db);
    const inScope = counts.filter(({ sector }) => sectors.length === 0 || sectors.includes(sector));
    return inScope.reduce((sum, { count }) => sum + count, 0);
  },
  openDraws: openDrawsOfRound,
  countDrawn: countDrawnOfRound,
  listDrawn: listDrawnOfRound,
};

const planPorts: PlanPorts = {
  policy: policyOf,
  baseCounts: (db) => baseCounts(db),
  items: itemFacts,
  budgets: (db) => budgetsInForce({ policy: policyOf }, db),
  lists: (db, asOf) => planLists(registryPorts, db, asOf),
  inspectors: async (db) => {
    const all = await inspectorsForDraw(db, dateOf(db.now));
    return all.filter(({ whyNot }) => whyNot.length === 0).length;
  },
  tasksUnderWay,
  publishPlanSnapshot: async (tx, view) => {
    await publishWords(tx, await termsOf(tx));
    await publishPlanSnapshot(tx, view);
  },
};

const readingPorts: ReadingPorts = {
  facts: async (db) => {
    const policy = await policyOf(db);
    const { name } = await bureauOfDraws(db, db.bureauId);
    const sectors = resolvePolicy(policy, 'sectors').value.map(({ code, label }) => ({ code, label }));
    return { bureau: name, sectors, rounding: resolvePolicy(policy, 'ratio.rounding').value };
  },
  readFile: readPlanDocument,
  context: async (db) => ({ outdated: citationJudge(await lawsOf(db)) }),
  items: itemFacts,
  addItem: (tx, actor, content) => addItem(cataloguePorts, tx, actor, content),
  plans: listedPlans,
  createPlan: (tx, actor, input) => createPlan(planPorts, tx, actor, input),
  addRow: (tx, actor, input) => addPlanRow(planPorts, tx, actor, input),
};

const disclosurePorts: DisclosurePorts = {
  policy: policyOf,
  drawsClosedTo,
  lockInspection,
  closeInspection: closeDisclosed,
};

/** 本局规则, with what was approved for one task where there is one. */
function rulesOf(db: Db, taskId: TaskId | null): Promise<PolicyProfile> {
  return taskId === null ? policyOf(db) : policyOfTask(db, taskId);
}

const inspectionPorts: InspectionPorts = {
  policy: async (db, taskId) => {
    const profile = await rulesOf(db, taskId);
    return {
      categories: resolvePolicy(profile, 'result.categories').value,
      minInspectors: resolvePolicy(profile, 'team.minInspectors').value,
    };
  },
  checklist: checklistOfTask,
  certificateNumbers: async (db, inspectors) => {
    const all = await inspectorsForDraw(db, dateOf(db.now));
    return new Map(all.filter(({ id }) => inspectors.includes(id)).map(({ id, code }) => [id, code]));
  },
  drawsClosedTo,
  publishProgress: publishProgressSnapshot,
  resultChanged: (tx, inspection, origin) => noteResult(disclosurePorts, tx, inspection, origin),
  finishTask: async (tx, actor, taskId) => {
    await takeTaskStep(tx, actor, { type: 'task-finished', taskId, at: tx.now });
  },
};

/** A task that is not drawing yet follows the plan in force; once its draw has begun it keeps what it saw. */
async function followPlan(db: Db, task: Task | undefined): Promise<Task | undefined> {
  if (task?.status !== 'planned') return task;
  const row = await approvedRow(db, task.order.planRowId);
  return row?.approved === true ? { ...task, order: row.order } : undefined;
}

const standings = { 'in-business': 'active', suspended: 'suspended', closed: 'closed', moved: 'closed' } as const;

const drawPorts: DrawPorts = {
  bureau: bureauOfDraws,
  policy: async (db, taskId) => drawPolicyOf(await rulesOf(db, taskId)),
  terms: termsOf,
  lockTask: async (tx, taskId) => {
    const locked = await lockTask(tx, taskId);
    const task = await followPlan(tx, locked?.task);
    return locked === undefined || task === undefined ? undefined : { ...locked, task };
  },
  task: async (db, taskId) => followPlan(db, await findTask(db, taskId)),
  sections: sectionsOf,
  takeTaskStep: async (tx, actor, step) => {
    if (step.type !== 'task-drawing-began') return takeTaskStep(tx, actor, step);
    const task = await followPlan(tx, await findTask(tx, step.taskId));
    return takeTaskStep(tx, actor, task === undefined ? step : { ...step, order: task.order });
  },
  unpublishedItems,
  subjects: async (db, { sectors, year }) => {
    const all = await subjectsForDraw(db, { sectors });
    return all
      .map(({ id, status, statusReason, statusSince, ...subject }) => ({
        subjectId: id,
        code: subject.code,
        name: subject.name,
        address: subject.address,
        sector: subject.sector,
        priority: subject.priority,
        grade: subject.creditGrade ?? ('unrated' as const),
        region: subject.region,
        sectionId: subject.sectionId,
        standing: standings[status],
        evidence: statusReason,
        // Who left in an earlier year was not in the base that the plan counted.
        gone: standings[status] === 'closed' && statusSince !== null && statusSince < `${year}-01-01`,
      }))
      .filter(({ gone }) => !gone);
  },
  inspectors: async (db, { from, to }) => {
    const all = await inspectorsForDraw(db, dateOf(db.now));
    return all.map(({ id, code, name, qualifications, certificateExpiresOn, cap, whyNot, leaves }) => ({
      inspectorId: id,
      code,
      name,
      qualifications,
      certificateUntil: certificateExpiresOn,
      // Away today is not away throughout the window of the inspections.
      available: whyNot.every(({ code: why }) => why === 'on-leave') && !awayThroughout(leaves, from, to),
      cap,
    }));
  },
  conflicts: conflictsForDraw,
  inspectionsInYear: async (db, year) => {
    const own = await inspectionsInYear(db, year, await drawsClosedTo(db, null));
    return visitDays(own, await outsideVisitDays(db, year));
  },
  fieldworkOf,
  publishProgressOf: (tx, drawId) => publishProgressOf(inspectionPorts, tx, drawId),
  openInspections,
  openRound: findOpenRound,
  holdOpenRound,
  createVisits: (tx, actor, dispatched) => createVisits(inspectionPorts, tx, actor, dispatched),
  visitsOfDraw,
  lockVisits,
  changeTeam: (tx, actor, change) => changeTeam(inspectionPorts, tx, actor, change),
  replaceObject: (tx, actor, change) => replaceObject(inspectionPorts, tx, actor, change),
  withdrawVisits: (tx, actor, about) => withdrawVisits(inspectionPorts, tx, actor, about),
  publishAttempt,
  leaders: (db) => namesOfRole(db, 'deputyDirector'),
  publishExternalSnapshot,
  readCells,
  publishDrawSnapshot,
  publishCeremony,
  publishFile,
};

function ruledTask(task: Task | undefined): RuledTask | undefined {
  return task === undefined ? undefined : { name: task.order.name, status: task.status };
}

const policyPorts: PolicyPorts = {
  task: async (db, taskId) => ruledTask(await findTask(db, taskId)),
  lockTask: async (tx, taskId) => ruledTask((await lockTask(tx, taskId))?.task),
  adopted: async (tx) => republishWords(tx, await termsOf(tx)),
  impacts: async (db, before, after) => {
    const least = (profile: PolicyProfile) => resolvePolicy(profile, 'team.minInspectors').value;
    const rulesOfTask = async (taskId: TaskId) => {
      const { task } = await policyOfTask(db, taskId);
      return { before: drawPolicyOf({ ...before, task }), after: drawPolicyOf({ ...after, task }) };
    };
    return [
      await planImpact(planPorts, db, before, after),
      ...(await drawImpacts(drawPorts, db, await undrawnTasks(db), rulesOfTask)),
      await inspectionImpact(db, least(before), least(after)),
      await disclosureImpact(db, before, after),
    ];
  },
};
