import type { RefusalTable } from '@mingchou/contract';
import { externalRefusals, externalRoutes } from '@mingchou/contract';
import type { ExternalRefusal } from '@mingchou/domain';
import { ok } from '@mingchou/domain';
import type { Binding } from '../../../shell/module.ts';
import { answer, bind } from '../../../shell/module.ts';
import type { DrawPorts } from '../ports.ts';
import { runDispatchExternal, runWithdrawExternal } from './dispatch.ts';
import { listExternals, readExternalFile, showExternal } from './queries.ts';
import { runRegisterExternal } from './register.ts';

const refusals: RefusalTable<ExternalRefusal> = externalRefusals;

/** 外部抽取: registered, dispatched or withdrawn. */
export function externalBindings(ports: DrawPorts): readonly Binding[] {
  const { registerExternalDraw, dispatchExternalDraw, withdrawExternalDraw } = externalRoutes;
  return [
    bind(registerExternalDraw, refusals, (tx, actor, input) => runRegisterExternal(ports, tx, actor, input)),
    bind(dispatchExternalDraw, refusals, (tx, actor, input) => runDispatchExternal(ports, tx, actor, input)),
    bind(withdrawExternalDraw, refusals, (tx, actor, input) => runWithdrawExternal(ports, tx, actor, input)),
    answer(externalRoutes.listExternalDraws, refusals, async (db, _actor, input) => ok(await listExternals(db, input))),
    answer(externalRoutes.showExternalDraw, refusals, (db, _actor, input) => showExternal(db, input.drawId)),
    answer(externalRoutes.readExternalFile, refusals, (db, _actor, input) => readExternalFile(db, input)),
  ];
}
