import {
  codeKindTitles,
  employmentTitles,
  type FieldChange,
  groundTitles,
  inTerms,
  priorityTitles,
  type SectionId,
  standardisationTitles,
  statusTitles,
  subjectKindTitles,
} from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import type { RegistryPorts } from './ports.ts';

/** The names of one bureau's sectors and sections, and its field changes in them. */
export interface Names {
  readonly sectors: readonly { readonly code: string; readonly name: string }[];
  readonly sections: readonly { readonly id: SectionId; readonly name: string }[];
  readonly sector: (code: string) => string;
  readonly section: (id: string | null) => string | null;
  readonly tell: (change: FieldChange) => FieldChange;
}

export async function namesOf(ports: RegistryPorts, db: Db): Promise<Names> {
  const [sectors, sections] = [await ports.sectors(db), await ports.sections(db)];
  const terms = await ports.terms(db);
  const sector = (code: string) => sectors.find((one) => one.code === code)?.name ?? code;
  const section = (id: string | null) => sections.find((one) => one.id === id)?.name ?? null;
  const told = (field: string, value: string | null): string | null => {
    if (value === null) return null;
    if (field === 'sector') return sector(value);
    if (field === 'qualifications') return value.split('、').map(sector).join('、');
    if (field === 'grounds') return value.split('、').map(groundName).join('、');
    if (field === 'sectionId') return section(value);
    return valueTitles[field]?.[value] ?? value;
  };
  const tell = ({ field, from, to }: FieldChange) => ({
    field: inTerms(fieldTitles[field] ?? field, terms),
    from: told(field, from),
    to: told(field, to),
  });
  return { sectors, sections, sector, section, tell };
}

const groundName = (code: string) => Object.entries(groundTitles).find(([ground]) => ground === code)?.[1] ?? code;

const fieldTitles: Readonly<Record<string, string>> = {
  name: '名称',
  codeKind: '代码类型',
  code: '代码',
  codeKeptReason: '按执照保留理由',
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
  status: '状态',
  contactName: '联系人',
  contactPhone: '联系电话',
  certificateNo: '执法证号',
  issuer: '发证机关',
  expiresOn: '有效期至',
  employment: '编制',
  qualifications: '可检查行业',
  cap: '每次抽签最多户数',
  duty: '在岗',
  leave: '请假',
  organisation: '所在单位',
  field: '专业',
  title: '职称',
  appointedUntil: '聘期至',
  phone: '手机号码',
  identityNumber: '身份证号',
};

const valueTitles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  codeKind: codeKindTitles,
  priority: priorityTitles,
  kind: subjectKindTitles,
  standardisation: standardisationTitles,
  status: statusTitles,
  employment: employmentTitles,
  duty: { 'on-duty': '在岗', 'off-duty': '离岗' },
};
