import { drawRoutes, type DrawView, drawStatusTitles, registryRoutes } from '@mingchou/contract';
import type { DrawId } from '@mingchou/domain';
import { usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import {
  ChecksPanel,
  Column,
  Columns,
  formatDate,
  Gates,
  PageHead,
  SealWithWord,
  StateTag,
  Waiting,
} from '../../design/index.ts';
import { checksOf } from './checks.ts';
import { CommitmentPanel } from './commitment-panel.tsx';
import { DesignOverridePanel } from './design-override-panel.tsx';
import './draw-page.css';
import { FilesPanel } from './files-panel.tsx';
import { gatesOf } from './gates.ts';
import { HistoryOfDraw } from './history-of-draw.tsx';
import { OverridePanel } from './override-panel.tsx';
import { NextStep } from './next-step.tsx';
import { PoolPanel } from './pool-panel.tsx';
import { ResultPanel } from './result-panel.tsx';
import { RosterPanel } from './roster-panel.tsx';
import { Say } from './say.tsx';
import { SealingPanel } from './sealing-panel.tsx';
import { SourcesPanel } from './sources-panel.tsx';
import { TaskRulesPanel } from './task-rules-panel.tsx';
import { useBusinessNow } from './use-business-now.ts';
import { usePace } from './use-pace.ts';
import { VoidPanel } from './void-panel.tsx';
import { isOpen, stateKinds, titleOf } from './words.ts';

/** 抽签工作台: can we draw, and could anyone doubt it? */
export function DrawPage() {
  const { drawId = '' } = usePathParams();
  const pace = usePace();
  const shown = useQueryRoute(drawRoutes.showDraw, { drawId: drawId as DrawId }, { every: pace.every });
  pace.follow(shown.data?.status);
  if (shown.data === undefined) return <Waiting on={shown} lines={12} />;
  return <Workbench draw={shown.data} answeredAt={shown.dataUpdatedAt} />;
}

function Workbench({ draw, answeredAt }: { readonly draw: DrawView; readonly answeredAt: number }) {
  const now = useBusinessNow(draw.now, answeredAt);
  const me = useDesk().session.person;
  const sectors = useSectorNames();
  const roles: readonly string[] = me.roles;
  const mayOperate = roles.includes(draw.operatorRole);
  const mayConfirm = ['legalClerk', 'sectionChief', 'inspector', 'deputyDirector'].some((role) => roles.includes(role));
  const round = draw.round === null ? '' : `属于${draw.round.name}，`;
  const meta = `计划任务${draw.planRowNo}，${round}检查最晚${formatDate(draw.to)}完成`;
  return (
    <>
      <PageHead
        title={titleOf(draw)}
        state={<State draw={draw} waiting={draw.status === 'committed' && !isOpen(draw, now)} />}
        meta={meta}
        actions={<NextStep {...{ draw, now, roles, mayOperate, mayConfirm }} me={me.name} />}
      />
      <Gates label="抽签七步" gates={gatesOf(draw, now)} />
      <Columns side={372}>
        <Column>
          <SealingPanel draw={draw} roles={roles} />
          <VoidPanel draw={draw} mayDecide={roles.includes('deputyDirector')} />
          <Say draw={draw} sectors={sectors} />
          <TaskRulesPanel taskId={draw.taskId} />
          <DesignOverridePanel draw={draw} mayDecide={roles.includes('deputyDirector')} mayOperate={mayOperate} />
          <ResultPanel draw={draw} sectors={sectors} />
          <CommitmentPanel draw={draw} />
          <SourcesPanel draw={draw} now={now} mayOperate={mayOperate} />
          <OverridePanel draw={draw} mayDecide={roles.includes('deputyDirector')} />
          <PoolPanel draw={draw} sectors={sectors} mayOperate={mayOperate} />
          <RosterPanel draw={draw} sectors={sectors} />
        </Column>
        <Column>
          {draw.checks.length > 0 && <ChecksPanel title="开签前检查" checks={checksOf(draw)} />}
          <FilesPanel draw={draw} auditor={roles.includes('auditor')} />
          <HistoryOfDraw draw={draw} mayOperate={mayOperate} />
        </Column>
      </Columns>
    </>
  );
}

function State({ draw, waiting }: { readonly draw: DrawView; readonly waiting: boolean }) {
  if (draw.status === 'voided') return <SealWithWord character="废" />;
  return <StateTag kind={stateKinds[draw.status]}>{waiting ? '等待开启' : drawStatusTitles[draw.status]}</StateTag>;
}

/** The bureau's word for a sector. */
function useSectorNames(): (code: string) => string {
  const choices = useQueryRoute(registryRoutes.listChoices, {});
  const names = new Map((choices.data?.sectors ?? []).map((sector) => [sector.code, sector.name]));
  return (code) => names.get(code) ?? code;
}
