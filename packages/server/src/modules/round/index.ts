import type { RefusalTable } from '@mingchou/contract';
import { roundRefusals, roundRoutes } from '@mingchou/contract';
import type { RoundRefusal } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import type { Module } from '../../shell/module.ts';
import { answer, bind } from '../../shell/module.ts';
import { runCloseRound, runOpenRound } from './commands.ts';
import type { RoundPorts } from './ports.ts';
import { listRounds } from './queries.ts';

export type { RoundPorts } from './ports.ts';
export { findOpenRound, holdOpenRound } from './store.ts';

const refusals: RefusalTable<RoundRefusal> = roundRefusals;

/** 轮次 — the spans in which an object is drawn at most once. */
export function roundModule(ports: RoundPorts): Module {
  return {
    noun: 'round',
    bindings: [
      bind(roundRoutes.openRound, refusals, (tx, actor, input) => runOpenRound(ports, tx, actor, input)),
      bind(roundRoutes.closeRound, refusals, (tx, actor, input) => runCloseRound(ports, tx, actor, input)),
      answer(roundRoutes.listRounds, refusals, async (db, _actor, input) => ok(await listRounds(ports, db, input))),
      answer(roundRoutes.listDrawnOfRound, refusals, async (db, _actor, input) => ok(await ports.listDrawn(db, input))),
    ],
  };
}
