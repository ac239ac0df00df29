import { type InspectionView, inspectionRoutes } from '@mingchou/contract';
import { Panel } from '../../design/index.ts';
import {
  ChecksField,
  CommandForm,
  DateField,
  LongTextField,
  RadioField,
  SelectField,
  TextField,
  useFormValues,
  type Values,
} from '../../form/index.ts';
import { marksOf, pointsFrom } from './check-list.ts';
import { CheckListFields } from './check-list.tsx';

/** 录入检查结果: the list point by point, category, findings, the day it ended, who signed. Kept as a draft while it is typed. */
export function RecordPanel({ view }: { readonly view: InspectionView }) {
  const before = view.outcome;
  const respondent = before?.signatures.respondent;
  return (
    <Panel title="检查结果" sub="检查结束后填写；公示期限从检查结束起算" padded>
      <CommandForm
        route={inspectionRoutes.recordOutcome}
        fixed={{ inspectionId: view.id, version: view.version }}
        draft={`record-outcome:${view.id}:${view.version}`}
        initial={{
          category: before?.category.code ?? '',
          ...marksOf(before),
          uncheckedReason: before?.uncheckedReason ?? '',
          findings: before?.otherFindings ?? '',
          endedOn: before?.endedOn ?? view.today,
          inspectors: before?.signatures.inspectors ?? [],
          respondent: respondent?.kind ?? 'signed',
          refusal: respondent?.kind === 'refused' ? respondent.reason : '',
        }}
        toInput={(values) => inputOf(view, values)}
        names={{
          points: '检查表',
          uncheckedReason: '未查的原因',
          category: '检查结果',
          findings: listed(view) ? '检查表以外的问题' : '发现的问题',
          endedOn: '检查结束日期',
          signatures: '签字',
        }}
        verb="录入检查结果"
        onDone={() => undefined}
      >
        <CheckListFields checklist={view.checklist} />
        <SelectField
          name="category"
          label="检查结果"
          options={view.categories.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
        />
        <Findings view={view} />
        <DateField name="endedOn" label="检查结束日期" hint="最后一次离开现场的日期" />
        <ChecksField
          name="inspectors"
          label="已签字的检查人员"
          options={view.team.map((member) => ({ value: member.inspectorId, label: member.name }))}
          hint="检查记录须全体检查人员签字"
        />
        <RadioField
          name="respondent"
          label="现场负责人"
          options={[
            { value: 'signed', label: '已签字' },
            { value: 'refused', label: '拒绝签字' },
          ]}
        />
        <RefusalReason />
      </CommandForm>
    </Panel>
  );
}

/** Asked only for a category that found something; what the list found stands in its points already. */
function Findings({ view }: { readonly view: InspectionView }) {
  const chosen = useFormValues()['category'];
  if (view.categories.find((category) => category.code === chosen)?.finding !== true) return null;
  return (
    <LongTextField
      name="findings"
      label={listed(view) ? '检查表以外的问题' : '发现的问题'}
      optional={listed(view)}
      rows={listed(view) ? 3 : 5}
      maxLength={4000}
      hint="逐条写明问题和所依据的条款；不要写个人的电话和身份证号，公开前还要审核"
    />
  );
}

function RefusalReason() {
  if (useFormValues()['respondent'] !== 'refused') return null;
  return <TextField name="refusal" label="拒签的情况" hint="写明拒签的原因和在场的见证人" maxLength={500} />;
}

const listed = ({ checklist }: InspectionView): boolean => checklist.items.length > 0;

function inputOf({ checklist }: InspectionView, values: Values): Values {
  const { inspectors, respondent, refusal, findings, category, endedOn, uncheckedReason } = values;
  return {
    ...{ category, endedOn, uncheckedReason },
    points: pointsFrom(checklist, values),
    findings: typeof findings === 'string' ? findings : '',
    signatures: {
      inspectors,
      respondent: respondent === 'refused' ? { kind: 'refused', reason: refusal } : { kind: 'signed' },
    },
  };
}
