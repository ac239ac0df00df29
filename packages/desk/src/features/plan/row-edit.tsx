import { planRoutes } from '@mingchou/contract';
import { useState } from 'react';
import { useGo } from '../../address/address.ts';
import { useDesk } from '../../app/session.ts';
import { Column, Columns, Empty, Link, Panel, Stack } from '../../design/index.ts';
import { CommandForm } from '../../form/index.ts';
import { LiveMeters } from './live-meters.tsx';
import { Changed, type Opened, useOpened } from './opened-version.tsx';
import { RowFields } from './row-fields.tsx';
import { blankValues, contentFrom, valuesOf } from './row-form.ts';
import { names, wordsOf } from './row-words.ts';
import type { ShownPlan } from './shown-plan.ts';

interface RowEditProps {
  readonly shown: ShownPlan;
  readonly rowId: string;
}

/** The form of one row at the left; what the whole plan comes to with it stays in view at the right. */
export function RowEdit({ shown, rowId }: RowEditProps) {
  const row = shown.plan.rows.find((one) => one.id === rowId);
  const now = row === undefined ? {} : valuesOf(row);
  const opened = useOpened(shown.plan, now);
  if (row === undefined && rowId !== 'new') {
    return (
      <Stack>
        <Panel label="任务已删去">
          <Empty action={<Link to={`/plan/${shown.plan.id}`}>返回计划表</Link>}>这项任务已被删去，没有可改的。</Empty>
        </Panel>
      </Stack>
    );
  }
  return <RowForm shown={shown} rowId={rowId} row={row} opened={opened} />;
}

interface RowFormProps extends RowEditProps {
  readonly row: ShownPlan['plan']['rows'][number] | undefined;
  readonly opened: Opened;
}

function RowForm({ shown, rowId, row, opened }: RowFormProps) {
  const go = useGo();
  const { session } = useDesk();
  const [taken, setTaken] = useState(0);
  const { plan, items } = shown;
  const now = row === undefined ? {} : valuesOf(row);
  const back = `/plan/${plan.id}`;
  const target = { planId: plan.id, version: opened.version };
  const takeTheirs = () => {
    opened.keepMine();
    setTaken(taken + 1);
  };
  return (
    <CommandForm
      key={taken}
      route={row === undefined ? planRoutes.addPlanRow : planRoutes.updatePlanRow}
      initial={row === undefined ? blankValues(plan.year, session.bureau.name) : now}
      fixed={row === undefined ? target : { ...target, rowId: row.id }}
      toInput={(values) => ({ content: contentFrom(values, items, row) })}
      draft={row === undefined ? `plan-row:${plan.id}:new` : `plan-row:${row.id}:${opened.mark}`}
      names={names}
      verb={row === undefined ? '增加任务' : '保存任务'}
      onDone={(saved) => go(`${back}?row=${saved.rowId}`)}
      aside={<BackLink to={back} />}
    >
      <Changed plan={plan} opened={opened} now={now} names={names} words={wordsOf(shown)} onTakeTheirs={takeTheirs} />
      <Columns side={388} stays>
        <Column>
          <RowFields items={items} sectors={shown.sectors} />
        </Column>
        <Column>
          <LiveMeters shown={shown} rowId={rowId} />
        </Column>
      </Columns>
    </CommandForm>
  );
}

function BackLink({ to }: { readonly to: string }) {
  return (
    <Link to={to} button="plain">
      不改，返回计划表
    </Link>
  );
}
