import type { RefusalTable } from '@mingchou/contract';
import { catalogueRefusals, catalogueRoutes } from '@mingchou/contract';
import type { CatalogueRefusal } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import type { Module } from '../../shell/module.ts';
import { answer, bind } from '../../shell/module.ts';
import type { CataloguePorts } from './commands.ts';
import { add, publish, update, withdraw } from './commands.ts';
import { listEditions, showEdition } from './editions.ts';
import { record } from './law-commands.ts';
import { listHazards, listLaws, listMappings } from './library-queries.ts';
import { listItems, listLegalBases, showItem } from './queries.ts';

export type { CataloguePorts } from './commands.ts';
export { add as addItem } from './commands.ts';
export { libraryImport } from './library-import.ts';
export { lawsOf } from './library-queries.ts';
export { checklistOf, itemFacts } from './queries.ts';

const refusals: RefusalTable<CatalogueRefusal> = catalogueRefusals;

/** 抽查事项清单 and the legal bases it cites. */
export function catalogueModule(ports: CataloguePorts): Module {
  return {
    noun: 'catalogue',
    bindings: [
      bind(catalogueRoutes.addItem, refusals, (tx, actor, { content }) => add(ports, tx, actor, content)),
      bind(catalogueRoutes.updateItem, refusals, (tx, actor, input) => update(ports, tx, actor, input)),
      bind(catalogueRoutes.publishItems, refusals, (tx, actor, { items }) => publish(ports, tx, actor, items)),
      bind(catalogueRoutes.withdrawItem, refusals, (tx, actor, input) => withdraw(ports, tx, actor, input)),
      answer(catalogueRoutes.listItems, refusals, async (db, _actor, input) => ok(await listItems(ports, db, input))),
      answer(catalogueRoutes.showItem, refusals, (db, _actor, { id }) => showItem(ports, db, id)),
      answer(catalogueRoutes.listLegalBases, refusals, async (db, _actor, input) =>
        ok(await listLegalBases(db, input)),
      ),
      bind(catalogueRoutes.recordLaw, refusals, (tx, actor, { law, version }) => record(tx, actor, law, version)),
      answer(catalogueRoutes.listLaws, refusals, async (db, _actor, input) => ok(await listLaws(db, input))),
      answer(catalogueRoutes.listMappings, refusals, async (db, _actor, input) => ok(await listMappings(db, input))),
      answer(catalogueRoutes.listHazards, refusals, async (db, _actor, input) => ok(await listHazards(db, input))),
      answer(catalogueRoutes.listEditions, refusals, async (db, _actor, input) => ok(await listEditions(db, input))),
      answer(catalogueRoutes.showEdition, refusals, (db, _actor, { no }) => showEdition(db, no)),
    ],
  };
}
