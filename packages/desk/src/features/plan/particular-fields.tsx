import { originTerms } from '@mingchou/domain';
import { NumberField, SelectField, TextField } from '../../form/index.ts';

/** The columns that only some bureaus' tables have; empty ones stay empty on the paper. */
export function ParticularFields() {
  return (
    <>
      <TextField
        name="content.particulars.section"
        label="责任{section}"
        optional
        hint="牵头办理的{section}；不填就是发起部门。"
      />
      <TextField name="joinSections" label="参与{section}" optional hint="多个{section}用顿号隔开。" />
      <SelectField
        name="content.particulars.origin"
        label="任务来源"
        options={(['own', 'city', 'province'] as const).map((value) => ({ value, label: originTerms[value] }))}
      />
      <TextField name="content.particulars.field" label="抽查领域" optional hint="如危险化学品、非煤矿山。" />
      <TextField name="bodies" label="检查主体" optional hint="不填就是发起部门和配合部门。" />
      <TextField name="content.particulars.creditRequirement" label="信用风险分类要求" optional />
      <TextField name="content.particulars.mode" label="抽查检查模式" optional hint="如市抽市查、市抽县查。" />
      <NumberField name="cap" label="年度检查上限" unit="次" optional hint="同一企业一年最多检查几次。" />
    </>
  );
}
