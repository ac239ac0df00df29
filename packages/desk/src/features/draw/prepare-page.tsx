import { drawRoutes, policyRoutes, taskRoutes } from '@mingchou/contract';
import { drawPolicyOf } from '@mingchou/domain';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { formatDate, Link, PageHead, Panel, Stack, Waiting } from '../../design/index.ts';
import { CommandForm, DateField, TextField, type Values } from '../../form/index.ts';
import { announcedOf } from './announced.ts';
import { isSealing, SealingFields } from './sealing-fields.tsx';
import { SourceFields } from './source-fields.tsx';
import { instantOfTyped } from './words.ts';

/** Who brings randomness, and when is it thrown? */
export function PreparePage() {
  const { taskId = '' } = usePathParams();
  const go = useGo();
  const tasks = useQueryRoute(taskRoutes.listTasks, { size: 500 });
  const { today } = useDesk();
  const policy = useQueryRoute(policyRoutes.currentPolicy, {});
  if (tasks.data === undefined) return <Waiting on={tasks} />;
  if (policy.data === undefined) return <Waiting on={policy} />;
  const { diceDigits, allowedSources, sealing } = drawPolicyOf(policy.data.profile);
  const task = tasks.data.rows.find((row) => row.id === taskId);
  return (
    <>
      <PageHead
        title={`准备抽签　${task?.objects ?? ''}`}
        meta={task === undefined ? '找不到这项任务' : `计划任务${task.rowNo}，${task.sum}`}
      />
      <Stack>
        <Panel title="随机数来源" sub="合计至少64比特，去掉任何一方仍至少24比特；承诺的来源缺一个都不能抽" padded>
          <CommandForm
            route={drawRoutes.prepareDraw}
            fixed={{ taskId }}
            initial={{
              'openAt.time': '10:00',
              'sources.dice': diceDigits,
              'sources.drandMinutes': '',
              'sealing.mode': 'open',
            }}
            draft={`prepare-draw:${taskId}`}
            names={{
              openAt: '开启时间',
              sources: '随机数来源',
              'sealing.reason': '封存的理由',
              'witnesses.0.name': '见证人W1姓名',
              'witnesses.0.organisation': '见证人W1单位',
              'witnesses.1.name': '见证人W2姓名',
              'witnesses.1.organisation': '见证人W2单位',
            }}
            toInput={toInput}
            verb="准备抽签"
            onDone={({ drawId }) => go(`/draw/${drawId}`)}
            aside={<Link to="/task">不准备，返回任务</Link>}
          >
            <DateField
              name="openAt"
              label="开启日期"
              hint={`今天是${formatDate(today)}。到这一天才投骰子，公开承诺时还可以改`}
            />
            <TextField name="openAt.time" label="开启时刻（北京时间）" width={120} hint="如10:00" />
            {task !== undefined && sealing.selections.includes(task.selection) && <SealingFields />}
            <SourceFields allowed={allowedSources} />
            <TextField name="witnesses.0.name" label="见证人W1姓名" width={200} />
            <TextField name="witnesses.0.organisation" label="见证人W1单位" hint="如县纪委监委派驻组" />
            <TextField name="witnesses.1.name" label="见证人W2姓名" width={200} />
            <TextField name="witnesses.1.organisation" label="见证人W2单位" hint="如县个体私营企业协会" />
          </CommandForm>
        </Panel>
      </Stack>
    </>
  );
}

function toInput(values: Values): Values {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    openAt: instantOfTyped(text('openAt'), text('openAt.time')),
    sources: announcedOf(values),
    sealing: isSealing(values) ? { reason: text('sealing.reason') } : null,
    witnesses: [0, 1].map((no) => ({
      name: text(`witnesses.${no}.name`),
      organisation: text(`witnesses.${no}.organisation`),
    })),
  };
}
