import type { SubjectView } from '@mingchou/contract';
import {
  type CodeKind,
  codeKindTitles,
  creditGrades,
  judgeCreditCode,
  priorityTitles,
  standardisationTitles,
  writeCode,
} from '@mingchou/domain';
import { useDesk } from '../../app/session.ts';
import { RadioField, SelectField, TextField, type Values, useFormValues } from '../../form/index.ts';
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
  sectionId: '责任股室',
  contactName: '联系人',
  contactPhone: '电话',
  reason: '修改理由',
};

export const newSubject: Values = {
  ...{ name: '', codeKind: 'credit', code: '', codeKeptReason: '', sector: '', priority: 'ordinary', address: '' },
  ...{ region: '', creditGrade: '', standardisation: '', sectionId: '', contactName: '', contactPhone: '' },
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
  };
}

const nullable = ['codeKeptReason', 'region', 'creditGrade', 'standardisation', 'sectionId'];
const untouched = ['contactName', 'contactPhone'];

/** Left blank, what may be missing is missing, and contact data stay as they are. */
export function subjectInput(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name, value]) => !(untouched.includes(name) && value === ''))
      .map(([name, value]) => [name, nullable.includes(name) && value === '' ? null : value]),
  );
}

export function SubjectFields({ masked }: { readonly masked?: SubjectView['contact'] }) {
  const { sectors, sections } = useChoices();
  const { session } = useDesk();
  const word = session.bureau.sectionWord;
  const kept = (value: string | null | undefined) =>
    value === null || value === undefined ? '个人信息，默认遮挡。' : `现为${value}，留空则不改。`;
  return (
    <>
      <TextField name="name" label="名称" hint="营业执照上的全称。" maxLength={100} />
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
      <TextField name="address" label="地址" hint="生产经营场所。" maxLength={200} />
      <TextField name="region" label="行政区划代码" optional hint="6位数字。" kind="code" width={120} />
      <SelectField
        name="creditGrade"
        label="信用风险等级"
        optional
        options={creditGrades.map((grade) => ({ value: grade, label: grade }))}
      />
      <SelectField name="standardisation" label="标准化等级" optional options={optionsOf(standardisationTitles)} />
      <SelectField name="sectionId" label={`责任${word}`} optional options={sections} />
      <TextField name="contactName" label="联系人" optional hint={kept(masked?.name)} />
      <TextField name="contactPhone" label="电话" optional hint={kept(masked?.phone)} />
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
