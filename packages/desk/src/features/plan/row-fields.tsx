import { roundings, roundingTerms } from '@mingchou/domain';
import { memo } from 'react';
import { Panel } from '../../design/index.ts';
import {
  ChecksField,
  DateField,
  NumberField,
  RadioField,
  SelectField,
  TextField,
  useFormValues,
} from '../../form/index.ts';
import { ParticularFields } from './particular-fields.tsx';
import type { ShownPlan } from './shown-plan.ts';

/** Everything a person writes into a row, in the order of the paper's columns. */
export const RowFields = memo(function RowFields({ items, sectors }: Pick<ShownPlan, 'items' | 'sectors'>) {
  return (
    <>
      <Panel title="任务与事项" padded>
        <div className="row-part">
          <TaskFields items={items} />
        </div>
      </Panel>
      <Panel title="{subject}" padded>
        <div className="row-part">
          <ObjectFields sectors={sectors} />
        </div>
      </Panel>
      <Panel title="抽多少，什么时候抽" padded>
        <div className="row-part">
          <AmountFields />
          <WhenFields />
        </div>
      </Panel>
      <Panel title="谁来查，怎么查" padded>
        <div className="row-part">
          <ParticularFields />
        </div>
      </Panel>
    </>
  );
});

function TaskFields({ items }: Pick<ShownPlan, 'items'>) {
  return (
    <>
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
    </>
  );
}

function ObjectFields({ sectors }: Pick<ShownPlan, 'sectors'>) {
  return (
    <>
      <TextField name="content.scope" label="{subject}范围" hint="与正式文件的写法相同，如全县煤矿企业。" />
      <ChecksField
        name="content.sectors"
        label="行业类别"
        hint="底数按所选类别从名录库数得。"
        options={sectors.map((sector) => ({ value: sector.code, label: `${sector.label}　${sector.count}家` }))}
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
    </>
  );
}

function AmountFields() {
  return (
    <>
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
    </>
  );
}

function AmountField() {
  const values = useFormValues();
  return values['amount'] === 'count' ? (
    <NumberField name="count" label="抽取家数" unit="家" />
  ) : (
    <NumberField name="percent" label="抽查比例" unit="%" />
  );
}

function WhenFields() {
  return (
    <>
      <DateField name="content.window.from" label="抽查开始" />
      <DateField name="content.window.to" label="抽查结束" />
      <TextField name="content.initiator" label="抽查发起部门" />
      <TextField name="partners" label="配合部门" optional hint="多个部门用顿号隔开；有配合部门的是部门联合抽查。" />
    </>
  );
}
