import type { SubjectView } from '@mingchou/contract';
import {
  type CodeKind,
  codeKindTitles,
  creditGrades,
  groundTitles,
  judgeCreditCode,
  priorityTitles,
  standardisationTitles,
  subjectKindTitles,
  writeCode,
} from '@mingchou/domain';
import { useDesk } from '../../app/session.ts';
import {
  ChecksField,
  DateField,
  RadioField,
  SelectField,
  TextField,
  type Values,
  useFormValues,
} from '../../form/index.ts';
import { optionsOf, useChoices } from './choices.ts';

export const subjectFieldNames = {
  name: '名称',
  codeKind: '代码类型',
  code: '代码',
  codeKeptReason: '按执照保留的理由',
  sector: '行业类别',
  priority: '重点或一般',
  address: '地址',
  region: '行政区划代码',
  creditGrade: '信用风险等级',
  standardisation: '标准化等级',
  sectionId: '责任{section}',
  kind: '对象类型',
  formerNames: '曾用名',
  location: '经纬度',
  industry: '国民经济行业代码',
  grounds: '列为重点的理由',
  gradeSource: '等级来源',
  gradeOn: '等级日期',
  contactName: '联系人',
  contactPhone: '电话',
  reason: '修改理由',
};

export const newSubject: Values = {
  ...{ name: '', codeKind: 'credit', code: '', codeKeptReason: '', sector: '', priority: 'ordinary', address: '' },
  ...{ region: '', creditGrade: '', standardisation: '', sectionId: '', contactName: '', contactPhone: '' },
  ...{ kind: 'enterprise', formerNames: '', location: '', industry: '', grounds: [], gradeSource: '', gradeOn: '' },
};

/** The record as the fields hold it; personal data are not filled in, so that saving leaves them alone. */
export function typedSubject(subject: SubjectView): Values {
  return {
    ...newSubject,
    ...{ name: subject.name, codeKind: subject.codeKind, code: subject.code, sector: subject.sector },
    ...{ priority: subject.priority, address: subject.address, reason: '' },
    codeKeptReason: subject.codeKeptReason ?? '',
    region: subject.region ?? '',
    creditGrade: subject.creditGrade ?? '',
    standardisation: subject.standardisation ?? '',
    sectionId: subject.sectionId ?? '',
    ...{ kind: subject.kind, grounds: subject.grounds, formerNames: subject.formerNames.join('、') },
    location: subject.location ?? '',
    industry: subject.industry ?? '',
    gradeSource: subject.gradeSource ?? '',
    gradeOn: subject.gradeOn ?? '',
  };
}

const nullable = [
  ...['codeKeptReason', 'region', 'creditGrade', 'standardisation', 'sectionId'],
  ...['formerNames', 'location', 'industry', 'gradeSource', 'gradeOn'],
];
const untouched = ['contactName', 'contactPhone'];

/** Left blank, what may be missing is missing, and contact data stay as they are. Only a 重点 object has grounds. */
export function subjectInput(values: Values): Values {
  const given = values['priority'] === 'priority' ? values : { ...values, grounds: [] };
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name, value]) => !(untouched.includes(name) && value === ''))
      .map(([name, value]) => [name, nullable.includes(name) && value === '' ? null : value]),
  );
}

export function SubjectFields({ masked }: { readonly masked?: SubjectView['contact'] }) {
  const { sectors, sections } = useChoices();
  const { session } = useDesk();
  const word = session.bureau.terms.section;
  const kept = (value: string | null | undefined) =>
    value === null || value === undefined ? '个人信息，默认遮挡。' : `现为${value}，留空则不改。`;
  return (
    <>
      <RadioField name="kind" label="对象类型" options={optionsOf(subjectKindTitles)} />
      <TextField name="name" label="名称" hint="营业执照上的全称。改名时原名自动记为曾用名。" maxLength={100} />
      <TextField name="formerNames" label="曾用名" optional hint="多个用顿号分开。" maxLength={300} />
      <RadioField name="codeKind" label="代码类型" options={optionsOf(codeKindTitles)} />
      <TextField name="code" label="代码" kind="code" width={240} />
      <KeptReason />
      <SelectField
        name="sector"
        label="行业类别"
        hint={sectors.length === 0 ? '本局规则还没有行业类别，请先在「本局规则」里采用。' : '本局规则中的行业。'}
        options={sectors}
      />
      <RadioField name="priority" label="重点或一般" options={optionsOf(priorityTitles)} />
      <Grounds />
      <TextField name="address" label="地址" hint="生产经营场所。" maxLength={200} />
      <TextField name="region" label="行政区划代码" optional hint="6位数字。" kind="code" width={120} />
      <TextField name="location" label="经纬度" optional hint="东经在前，例：112.884400,36.119800。" width={240} />
      <TextField
        name="industry"
        label="国民经济行业代码"
        optional
        hint="GB/T 4754，一个字母加二至四位数字。"
        kind="code"
        width={120}
      />
      <SelectField
        name="creditGrade"
        label="信用风险等级"
        optional
        options={creditGrades.map((grade) => ({ value: grade, label: grade }))}
      />
      <GradeOrigin />
      <SelectField name="standardisation" label="标准化等级" optional options={optionsOf(standardisationTitles)} />
      <SelectField name="sectionId" label={`责任${word}`} optional options={sections} />
      <TextField name="contactName" label="联系人" optional hint={kept(masked?.name)} />
      <TextField name="contactPhone" label="电话" optional hint={kept(masked?.phone)} />
    </>
  );
}

/** A 重点 object says why it is one: the key share of a draw rests on it. */
function Grounds() {
  const values = useFormValues();
  if (values['priority'] !== 'priority') return null;
  return <ChecksField name="grounds" label="列为重点的理由" options={optionsOf(groundTitles)} />;
}

/** A grade has a giver and a day; without a grade there is nothing to ask. */
function GradeOrigin() {
  const values = useFormValues();
  if ((values['creditGrade'] ?? '') === '') return null;
  return (
    <>
      <TextField name="gradeSource" label="等级来源" optional hint="给出等级的部门。" maxLength={60} />
      <DateField name="gradeOn" label="等级日期" optional />
    </>
  );
}

/** Stands only where the check character is wrong: the officer mends the code or keeps it with a reason. */
function KeptReason() {
  const values = useFormValues();
  const kind = values['codeKind'] as CodeKind | undefined;
  const code = typeof values['code'] === 'string' ? writeCode(values['code']) : '';
  if (kind !== 'credit') return null;
  const judged = judgeCreditCode(code);
  if (judged.verdict !== 'check-character') return null;
  return (
    <TextField
      name="codeKeptReason"
      label="按执照保留的理由"
      optional
      hint={`代码末位不符，应为${judged.expected}。若营业执照确如此，写明理由，按执照保留；写错的请改代码。`}
    />
  );
}
