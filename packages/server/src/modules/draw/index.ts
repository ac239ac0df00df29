import type { RefusalTable } from '@mingchou/contract';
import { drawRefusals, drawRoutes, witnessRoutes } from '@mingchou/contract';
import type { DrawRefusal } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import type { Module } from '../../shell/module.ts';
import { answer, bind, open } from '../../shell/module.ts';
import {
  runApproveAmendment,
  runDecideSeat,
  runDeclineAmendment,
  runRequestRecusal,
  runRequestSubstitution,
} from './amend.ts';
import { showAmendments } from './amend-view.ts';
import { runApproveDesignOverride, runDeclineDesignOverride, runRedesign } from './design-override.ts';
import { previewDesign, showDesign } from './designer.ts';
import { runConfirmDice, runRecordDice, runTypeDice } from './dice.ts';
import { runDispatchTask } from './dispatch.ts';
import { readDrawFile, runTakeAuditorsFile } from './download.ts';
import { externalBindings } from './external/index.ts';
import { drandJob, runRecordDrand } from './drand.ts';
import { runFreezeRoster } from './freeze.ts';
import { listDraws, listRoster } from './lists.ts';
import { runConfirmLottery, runRecordLottery } from './lottery.ts';
import { runApproveOverride, runDeclineOverride, runRequestOverride } from './override.ts';
import { listPool } from './pool.ts';
import type { DrawPorts, RecordPorts } from './ports.ts';
import { listPreview } from './preview-rows.ts';
import { runPrepareDraw } from './prepare.ts';
import { runPublishCommitment } from './publish.ts';
import { printRecord } from './record/print.ts';
import { recordPage } from './record/public-page.ts';
import { runRunDraw } from './run.ts';
import { listFilters, runSaveFilter } from './saved-filter.ts';
import { runUnsealDraw } from './unseal.ts';
import { showDraw } from './view.ts';
import { runDeclineVoid, runRequestVoid, runVoidDraw } from './void.ts';
import { runIssueLink, runRevealWitness, runSealWitness, showWitness } from './witness.ts';
import { witnessPages } from './witness-page.ts';

export { drawImpacts } from './impact.ts';
export { bureauOfDraws } from './bureau.ts';
export { drandOverHttp } from './drand-http.ts';
export { countDrawnOfRound, listDrawnOfRound, openDrawsOfRound } from './round-figures.ts';
export { drawsClosedTo } from './sealing.ts';
export { selfChecks } from './self-check.ts';
export type {
  BureauFacts,
  DispatchedVisit,
  DispatchedVisits,
  DrawPorts,
  PublicContent,
  RecordPorts,
  Scope,
  SubjectNow,
} from './ports.ts';

// Annotated, because R cannot be inferred back from the table's keys.
const refusals: RefusalTable<DrawRefusal> = drawRefusals;

/** 抽签 — from the preparation to the dispatch, with the witnesses' own page. */
export function drawModule(ports: DrawPorts, papers: RecordPorts): Module {
  return {
    noun: 'draw',
    bindings: [
      ...externalBindings(ports),
      bind(drawRoutes.prepareDraw, refusals, (tx, actor, input) => runPrepareDraw(ports, tx, actor, input)),
      bind(drawRoutes.issueWitnessLink, refusals, runIssueLink),
      bind(drawRoutes.requestExclusionOverride, refusals, (tx, actor, input) =>
        runRequestOverride(ports, tx, actor, input),
      ),
      bind(drawRoutes.approveExclusionOverride, refusals, runApproveOverride),
      bind(drawRoutes.declineExclusionOverride, refusals, runDeclineOverride),
      answer(drawRoutes.listPool, refusals, (db, _actor, input) => listPool(ports, db, input)),
      bind(drawRoutes.freezeRoster, refusals, (tx, actor, input) => runFreezeRoster(ports, tx, actor, input)),
      bind(drawRoutes.publishCommitment, refusals, (tx, actor, input) => runPublishCommitment(ports, tx, actor, input)),
      bind(drawRoutes.typeDice, refusals, (tx, actor, input) => runTypeDice(ports, tx, actor, input)),
      bind(drawRoutes.recordDice, refusals, (tx, actor, input) => runRecordDice(ports, tx, actor, input)),
      bind(drawRoutes.confirmDice, refusals, (tx, actor, input) => runConfirmDice(ports, tx, actor, input)),
      bind(drawRoutes.recordLottery, refusals, (tx, actor, input) => runRecordLottery(ports, tx, actor, input)),
      bind(drawRoutes.confirmLottery, refusals, (tx, actor, input) => runConfirmLottery(ports, tx, actor, input)),
      bind(drawRoutes.recordDrand, refusals, (tx, actor, input) => runRecordDrand(ports, tx, actor, input)),
      bind(drawRoutes.runDraw, refusals, (tx, actor, input) => runRunDraw(ports, tx, actor, input)),
      bind(drawRoutes.requestVoidDraw, refusals, (tx, actor, input) => runRequestVoid(ports, tx, actor, input)),
      bind(drawRoutes.voidDraw, refusals, (tx, actor, input) => runVoidDraw(ports, tx, actor, input)),
      bind(drawRoutes.declineVoidDraw, refusals, (tx, actor, input) => runDeclineVoid(ports, tx, actor, input)),
      bind(drawRoutes.dispatchTask, refusals, (tx, actor, input) => runDispatchTask(ports, tx, actor, input)),
      ...amendmentBindings(ports),
      bind(drawRoutes.redesignDraw, refusals, (tx, actor, input) => runRedesign(ports, tx, actor, input)),
      bind(drawRoutes.approveDrawOverride, refusals, runApproveDesignOverride),
      bind(drawRoutes.declineDrawOverride, refusals, runDeclineDesignOverride),
      bind(drawRoutes.saveDrawFilter, refusals, runSaveFilter),
      answer(drawRoutes.showDesign, refusals, (db, _actor, input) => showDesign(ports, db, input.taskId)),
      answer(drawRoutes.previewDraw, refusals, (db, actor, { overridden, ...input }) =>
        previewDesign(ports, db, { ...input, overridden: overridden === 'true' }, actor),
      ),
      answer(drawRoutes.listPreview, refusals, (db, _actor, input) => listPreview(ports, db, input)),
      answer(drawRoutes.listDrawFilters, refusals, async (db) => ok(await listFilters(ports, db))),
      bind(drawRoutes.unsealDraw, refusals, (tx, actor, input) => runUnsealDraw(ports, tx, actor, input)),
      bind(drawRoutes.takeAuditorsFile, refusals, runTakeAuditorsFile),
      answer(drawRoutes.listDraws, refusals, async (db, _actor, input) => ok(await listDraws(ports, db, input))),
      answer(drawRoutes.showDraw, refusals, (db, actor, input) => showDraw(ports, db, input.drawId, actor)),
      answer(drawRoutes.listRoster, refusals, (db, actor, input) => listRoster(db, actor, input)),
      answer(drawRoutes.readDrawFile, refusals, (db, actor, input) => readDrawFile(db, actor, input)),
      answer(drawRoutes.printRecord, refusals, (db, actor, input) => printRecord(ports, papers, db, actor, input)),
      open(witnessRoutes.showWitness, refusals, (gate, input) => showWitness(ports, gate, input.token)),
      open(witnessRoutes.sealWitness, refusals, (gate, input) => runSealWitness(ports, gate, input)),
      open(witnessRoutes.revealWitness, refusals, (gate, input) => runRevealWitness(ports, gate, input)),
    ],
    jobs: [drandJob(ports)],
    pages: (app) => {
      witnessPages(app);
      recordPage(app, papers);
    },
  };
}

/** 回避与递补 after the draw. */
function amendmentBindings(ports: DrawPorts): Module['bindings'] {
  return [
    bind(drawRoutes.requestRecusal, refusals, (tx, actor, input) => runRequestRecusal(ports, tx, actor, input)),
    bind(drawRoutes.requestSubstitution, refusals, (tx, actor, input) =>
      runRequestSubstitution(ports, tx, actor, input),
    ),
    bind(drawRoutes.approveAmendment, refusals, (tx, actor, input) => runApproveAmendment(ports, tx, actor, input)),
    bind(drawRoutes.declineAmendment, refusals, (tx, actor, input) => runDeclineAmendment(ports, tx, actor, input)),
    bind(drawRoutes.decideSeat, refusals, (tx, actor, input) => runDecideSeat(ports, tx, actor, input)),
    answer(drawRoutes.showAmendments, refusals, (db, actor, input) => showAmendments(ports, db, actor, input.drawId)),
  ];
}
