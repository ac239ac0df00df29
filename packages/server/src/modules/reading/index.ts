import {
  catalogueRefusals,
  documentFileRefusals,
  planRefusals,
  readingRefusals,
  readingRoutes,
  type RefusalTable,
} from '@mingchou/contract';
import { type FileRefusal, ok, type ReadingRefusal } from '@mingchou/domain';
import { answer, bind, type Module } from '../../shell/module.ts';
import { accept, type AcceptRefusal } from './accept.ts';
import { confirm, correct, read } from './commands.ts';
import type { ReadingPorts } from './ports.ts';
import { listReadings, listRowSources, showReading } from './queries.ts';

export type { ReadingPorts } from './ports.ts';

const words: RefusalTable<ReadingRefusal> = readingRefusals;
const fileWords: RefusalTable<ReadingRefusal | FileRefusal> = { ...documentFileRefusals, ...readingRefusals };
const acceptWords: RefusalTable<AcceptRefusal> = { ...catalogueRefusals, ...planRefusals, ...readingRefusals };

/** 读入旧计划 — from a document to drafts with the place of each value, and from drafts to a plan and to items. */
export function readingModule(ports: ReadingPorts): Module {
  return {
    noun: 'reading',
    bindings: [
      bind(readingRoutes.readDocument, fileWords, (tx, actor, input) => read(ports, tx, actor, input)),
      bind(readingRoutes.correctValue, words, (tx, actor, input) => correct(ports, tx, actor, input)),
      bind(readingRoutes.confirmValues, words, confirm),
      bind(readingRoutes.acceptDrafts, acceptWords, (tx, actor, input) => accept(ports, tx, actor, input)),
      answer(readingRoutes.listReadings, words, async (db, _actor, input) => ok(await listReadings(db, input))),
      answer(readingRoutes.showReading, words, (db, _actor, input) => showReading(ports, db, input.readingId)),
      answer(readingRoutes.listRowSources, words, async (db, _actor, input) =>
        ok(await listRowSources(db, input.planId)),
      ),
    ],
  };
}
