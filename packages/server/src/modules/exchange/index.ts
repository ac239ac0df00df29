import { type ExchangeRefusal, exchangeRefusals, exchangeRoutes, type RefusalTable } from '@mingchou/contract';
import { answer, bind, type Module } from '../../shell/module.ts';
import { confirmImport, dryRunImport, readHeads, undoImport } from './commands.ts';
import { beginExport, listExports } from './export/commands.ts';
import { downloadPage, type ExportHouse } from './export/download.ts';
import type { ExchangePorts } from './ports.ts';
import {
  downloadTemplate,
  downloadWrongRows,
  listImports,
  listLiveImports,
  showDryRun,
  showImportRun,
} from './queries.ts';
import { importRunner } from './run-import.ts';

export type { ExchangePorts } from './ports.ts';

export { readCells } from './reading/read-cells.ts';
export { readParts } from './reading/read-parts.ts';
export { readPlanDocument } from './reading/read-plan-document.ts';
export { sealClearWorkbooks } from './seal-clear-workbooks.ts';

/** Workbooks in: template, dry run, import, wrong rows given back. */
export function exchangeModule(ports: ExchangePorts, house: ExportHouse): Module {
  const routes = exchangeRoutes;
  const words: RefusalTable<ExchangeRefusal> = exchangeRefusals;
  const runner = importRunner(ports, house);
  return {
    noun: 'exchange',
    bindings: [
      bind(routes.dryRunImport, words, (tx, actor, input) => dryRunImport(ports, tx, actor, input)),
      bind(routes.confirmImport, words, (tx, actor, input) => confirmImport(ports, tx, actor, input)),
      bind(routes.readHeads, words, (tx, _actor, input) => readHeads(ports, tx, input)),
      bind(routes.undoImport, words, (tx, actor, input) => undoImport(ports, tx, actor, input)),
      bind(routes.beginExport, words, (tx, actor, input) => beginExport(ports, tx, actor, input)),
      answer(routes.listExports, words, (db, _actor, input) => listExports(ports, db, input)),
      answer(routes.showDryRun, words, (db, _actor, input) => showDryRun(ports, db, input)),
      answer(routes.showImportRun, words, (db, _actor, input) => showImportRun(db, input)),
      answer(routes.listLiveImports, words, (db, actor) => listLiveImports(db, actor)),
      answer(routes.listImports, words, (db, _actor, input) => listImports(ports, db, input)),
      answer(routes.downloadTemplate, words, (db, _actor, input) => downloadTemplate(ports, db, input)),
      answer(routes.downloadWrongRows, words, (db, _actor, input) => downloadWrongRows(ports, db, input)),
    ],
    jobs: [runner.handler],
    pages: (app) => {
      downloadPage(ports, house)(app);
      app.addHook('onClose', () => runner.stop());
    },
  };
}
