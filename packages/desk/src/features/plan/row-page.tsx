import { planRoutes } from '@mingchou/contract';
import { originTerms, roundings, roundingTerms, selectionTerms } from '@mingchou/domain';
import { useState } from 'react';
import { useGo, usePathParams } from '../../address/address.ts';
import { useQueryRoute } from '../../api/index.ts';
import { useDesk } from '../../app/session.ts';
import { Empty, Link, PageHead, Panel, Stack, Waiting } from '../../design/index.ts';
import {
  ChecksField,
  CommandForm,
  DateField,
  NumberField,
  RadioField,
  SelectField,
  TextField,
  useFormValues,
} from '../../form/index.ts';
import { LiveMeters } from './live-meters.tsx';
import { ParticularFields } from './particular-fields.tsx';
import { blankValues, contentFrom, valuesOf } from './row-form.ts';
import { Changed, useOpened } from './opened-version.tsx';
import { RowSource } from './row-source.tsx';
import type { ShownPlan } from './shown-plan.ts';

const names = {
  'content.name': '抽查任务名称',
  'content.selection': '抽查类型',
  'content.items': '抽查事项',
  'content.scope': '{subject}范围',
  'content.sectors': '行业类别',
  'content.level': '重点或一般',
  'content.ratio.value': '抽查比例',
  'content.ratio.rounding': '取整',
  'content.rounds': '轮次',
  'content.window.from': '抽查开始',
  'content.window.to': '抽查结束',
  'content.initiator': '发起部门',
  partners: '配合部门',
  words: '清单以外的事项',
  amount: '抽取多少',
  percent: '抽查比例',
  count: '抽取家数',
  'content.particulars.field': '抽查领域',
  'content.particulars.origin': '任务来源',
  'content.particulars.section': '责任{section}',
  joinSections: '参与{section}',
  bodies: '检查主体',
  'content.particulars.creditRequirement': '信用风险分类要求',
  'content.particulars.mode': '抽查检查模式',
  cap: '年度检查上限',
};

/** One row of the plan table: written anew (`new`) or changed. */
export function RowPage() {
  const { planId = '', rowId = 'new' } = usePathParams();
  // Asked again while the form is open: a change by somebody else shows before it refuses the saving.
  const shown = useQueryRoute(planRoutes.showPlan, { planId }, { every: 10_000 });
  if (shown.data === undefined) return <Waiting on={shown} />;
  const { plan } = shown.data;
  const row = plan.rows.find((one) => one.id === rowId);
  const title = row === undefined ? '增加任务' : `修改任务${row.no}`;
  return (
    <>
      <PageHead title={`${title}　${plan.title}`} meta={<RowSource planId={planId} rowId={rowId} />} />
      <Stack>
        <Panel label={title} padded>
          <RowForm key={rowId} shown={shown.data} rowId={rowId} />
        </Panel>
      </Stack>
    </>
  );
}

function RowForm({ shown, rowId }: { readonly shown: ShownPlan; readonly rowId: string }) {
  const go = useGo();
  const { session } = useDesk();
  const { plan, items } = shown;
  const row = plan.rows.find((one) => one.id === rowId);
  const now = row === undefined ? {} : valuesOf(row);
  const opened = useOpened(plan, now);
  const [taken, setTaken] = useState(0);
  const back = `/plan/${plan.id}`;
  if (row === undefined && rowId !== 'new') {
    return <Empty action={<Link to={back}>返回计划表</Link>}>这项任务已被删去，没有可改的。</Empty>;
  }
  const target = { planId: plan.id, version: opened.version };
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
      aside={
        <Link to={back} button="plain">
          不改，返回计划表
        </Link>
      }
    >
      <Changed
        plan={plan}
        opened={opened}
        now={now}
        names={names}
        words={wordsOf(shown)}
        onTakeTheirs={() => {
          opened.keepMine();
          setTaken(taken + 1);
        }}
      />
      <TextField name="content.name" label="抽查任务名称" />
      <RadioField
        name="content.selection"
        label="抽查类型"
        options={[
          { value: 'targeted', label: '定向', hint: '按行业类别、重点或一般等条件限定对象后抽取' },
          { value: 'nonTargeted', label: '不定向', hint: '从名录库全部对象中抽取' },
        ]}
      />
      <ChecksField
        name="content.items"
        label="抽查事项"
        hint="从抽查事项清单中选；未公布的事项不得检查。"
        options={items.map((item) => ({
          value: item.id,
          label: item.title,
          ...(item.published ? {} : { hint: '还没有公布' }),
        }))}
      />
      <TextField name="words" label="清单以外的事项" optional hint="照录原文件用，提交审批前须改用清单事项。" />
      <TextField name="content.scope" label="{subject}范围" hint="与正式文件的写法相同，如全县煤矿企业。" />
      <ChecksField
        name="content.sectors"
        label="行业类别"
        hint="底数按所选类别从名录库数得。"
        options={shown.sectors.map((sector) => ({ value: sector.code, label: `${sector.label}　${sector.count}家` }))}
      />
      <SelectField
        name="content.level"
        label="重点或一般"
        options={[
          { value: 'all', label: '全部' },
          { value: 'priority', label: '只抽重点企业' },
          { value: 'ordinary', label: '只抽一般企业' },
        ]}
      />
      <RadioField
        name="amount"
        label="抽取多少"
        options={[
          { value: 'percent', label: '按比例' },
          { value: 'count', label: '定家数' },
        ]}
      />
      <AmountField />
      <RadioField
        name="content.ratio.rounding"
        label="取整"
        hint="「进一」保证不低于比例。"
        options={roundings.map((rounding) => ({ value: rounding, label: roundingTerms[rounding] }))}
      />
      <NumberField name="content.rounds" label="轮次" unit="轮" hint="抽查时间内抽取几轮。" />
      <DateField name="content.window.from" label="抽查开始" />
      <DateField name="content.window.to" label="抽查结束" />
      <TextField name="content.initiator" label="抽查发起部门" />
      <TextField name="partners" label="配合部门" optional hint="多个部门用顿号隔开；有配合部门的是部门联合抽查。" />
      <ParticularFields />
      <LiveMeters shown={shown} rowId={rowId} />
    </CommandForm>
  );
}

/** The names of everything that is chosen and not typed. */
function wordsOf({ items, sectors }: ShownPlan): Readonly<Record<string, string>> {
  return {
    ...roundingTerms,
    ...selectionTerms,
    ...originTerms,
    ...{ all: '全部', priority: '只抽重点企业', ordinary: '只抽一般企业', percent: '按比例', count: '定家数' },
    ...Object.fromEntries(items.map((item) => [item.id, item.title])),
    ...Object.fromEntries(sectors.map((sector) => [sector.code, sector.label])),
  };
}

function AmountField() {
  const values = useFormValues();
  return values['amount'] === 'count' ? (
    <NumberField name="count" label="抽取家数" unit="家" />
  ) : (
    <NumberField name="percent" label="抽查比例" unit="%" />
  );
}
