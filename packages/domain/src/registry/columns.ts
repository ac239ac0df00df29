import { codeKindTitles } from './subject-code.ts';
import { employmentTitles } from './inspector.ts';
import { groundTitles, subjectKindTitles } from './particulars.ts';
import type { ReferenceListName } from './reference.ts';
import { creditGrades, priorityTitles, standardisationTitles, statusTitles } from './subject.ts';

/** One column of a registry workbook: the template, the reader and the wrong-rows workbook are all made from this. */
export interface RegistryColumn {
  readonly key: string;
  /** The head of the column in the template. */
  readonly title: string;
  /** Other heads under which bureaus keep the same thing. */
  readonly aliases: readonly string[];
  /** The column must be there, and a new row must have something in it. */
  readonly required: boolean;
  readonly read: 'text' | 'code' | 'date' | 'integer' | 'list';
  readonly hint: string;
  readonly example: string;
  /** What may stand in the cell, where that is fixed, or whose names may. */
  readonly choices: readonly string[] | 'sectors' | 'sections' | null;
}

type Rest = Partial<Pick<RegistryColumn, 'aliases' | 'required' | 'read' | 'choices'>>;
const column = (key: string, title: string, example: string, hint: string, rest: Rest = {}): RegistryColumn => ({
  key,
  title,
  example,
  hint,
  aliases: [],
  required: false,
  read: 'text',
  choices: null,
  ...rest,
});

const sectionAliases = ['责任科室', '监管股室', '监管科室', '股室', '科室', '所在科室', '责任科（室）'];

/** 抽查对象 workbook. */
export const subjectColumns: readonly RegistryColumn[] = [
  column('name', '企业名称', '长子县天字号精细化工厂', '营业执照上的全称', {
    required: true,
    aliases: ['单位名称', '抽查对象', '检查对象', '对象名称', '企业（单位）名称', '名称'],
  }),
  column('code', '统一社会信用代码', '91140428XX00000014', '18位，单元格请设为文本格式', {
    required: true,
    read: 'code',
    aliases: ['社会信用代码', '信用代码', '统一信用代码', '代码', '统一社会信用代码（注册号）'],
  }),
  column('codeKind', '代码类型', codeKindTitles.credit, '不填即为统一社会信用代码', {
    aliases: ['证照类型'],
    choices: Object.values(codeKindTitles),
  }),
  column('codeKeptReason', '按执照保留理由', '', '代码末位不符而执照确如此时填写，例：按执照保留'),
  column('sector', '行业类别', '危化生产', '本局规则中的行业名称', {
    required: true,
    choices: 'sectors',
    aliases: ['行业', '类别', '企业类别', '行业领域', '所属行业'],
  }),
  column('priority', '重点或一般', priorityTitles.ordinary, '不填即为一般', {
    choices: Object.values(priorityTitles),
    aliases: ['监管级别', '重点/一般', '重点一般', '是否重点'],
  }),
  column('address', '地址', '长子县丹朱镇示例路1号', '生产经营场所地址', {
    required: true,
    aliases: ['生产经营地址', '企业地址', '单位地址', '住所', '经营地址'],
  }),
  column('region', '行政区划代码', '140428', '6位，不填即为不区分', { read: 'code', aliases: ['区划代码', '区划'] }),
  column('creditGrade', '信用风险等级', 'B', 'A、B、C、D', {
    choices: creditGrades,
    aliases: ['信用风险分类', '信用等级', '风险等级'],
  }),
  column('standardisation', '标准化等级', standardisationTitles.third, '安全生产标准化等级', {
    choices: Object.values(standardisationTitles),
    aliases: ['安全生产标准化等级', '标准化'],
  }),
  column('section', '责任股室', '危化股', '本局机构中的名称', { choices: 'sections', aliases: sectionAliases }),
  column('kind', '对象类型', subjectKindTitles.enterprise, '不填即为企业', {
    choices: Object.values(subjectKindTitles),
    aliases: ['市场主体类型', '主体类型'],
  }),
  column('grounds', '列为重点的理由', '', '重点对象填写，多项用顿号分开；不填即为上级或本局列为重点', {
    read: 'list',
    choices: Object.values(groundTitles),
    aliases: ['重点理由', '重点原因'],
  }),
  column('gradeSource', '等级来源', '', '给出信用风险等级的部门', { aliases: ['等级评定部门'] }),
  column('gradeOn', '等级日期', '', '例：2022-03-01', { read: 'date', aliases: ['等级评定日期'] }),
  column('industry', '国民经济行业代码', 'C2614', '一个字母加二至四位数字', { read: 'code', aliases: ['行业代码'] }),
  column('location', '经纬度', '', '东经在前，例：112.884400,36.119800', { aliases: ['坐标', '位置坐标'] }),
  column('formerNames', '曾用名', '', '多个用顿号分开', { aliases: ['原名称', '曾用名称'] }),
  column('status', '状态', statusTitles['in-business'], '不填即为在业', {
    choices: Object.values(statusTitles),
    aliases: ['经营状态', '企业状态', '登记状态'],
  }),
  column('statusSince', '状态日期', '', '停产停业、关闭注销、迁出时必填，例：2022-04-06', {
    read: 'date',
    aliases: ['状态变更日期'],
  }),
  column('statusReason', '状态原因', '', '停产停业、关闭注销、迁出时必填', { aliases: ['状态变更原因'] }),
  column('contactName', '联系人', '张示例', '个人信息，默认遮挡', { aliases: ['负责人', '安全负责人'] }),
  column('contactPhone', '联系电话', '13800000000', '个人信息，默认遮挡；单元格请设为文本格式', {
    read: 'code',
    aliases: ['电话', '手机', '手机号码', '联系方式'],
  }),
];

/** 执法人员 workbook. */
export const inspectorColumns: readonly RegistryColumn[] = [
  column('name', '姓名', '赵一', '', { required: true, aliases: ['执法人员', '执法人员姓名', '人员姓名'] }),
  column('certificateNo', '执法证号', '14042822001', '单元格请设为文本格式', {
    required: true,
    read: 'code',
    aliases: ['行政执法证号', '证件号', '执法证件号', '证号', '行政执法证件号', '执法证编号'],
  }),
  column('issuer', '发证机关', '山西省人民政府', '', { required: true, aliases: ['发证单位', '颁发机关'] }),
  column('expiresOn', '有效期至', '2027-12-31', '最后一个有效日', {
    required: true,
    read: 'date',
    aliases: ['有效期', '证件有效期', '有效期限', '证件有效期至', '到期日期'],
  }),
  column('employment', '编制', employmentTitles.administrative, '编外人员只能协助，不进入抽签', {
    required: true,
    choices: Object.values(employmentTitles),
    aliases: ['编制类型', '编制性质', '人员性质', '用工性质'],
  }),
  column('section', '所在股室', '危化股', '本局机构中的名称', {
    choices: 'sections',
    aliases: [...sectionAliases.filter((title) => title !== '所在科室'), '所在科室', '责任股室', '部门'],
  }),
  column('qualifications', '可检查行业', '危化生产、危化经营', '本局规则中的行业名称，用顿号分开', {
    required: true,
    read: 'list',
    choices: 'sectors',
    aliases: ['可检查类别', '检查行业', '执法领域', '行业资质', '资质', '分管行业'],
  }),
  column('cap', '每次抽签最多户数', '4', '不填即为4；填0则不进入抽签', {
    read: 'integer',
    aliases: ['最多户数', '负担上限', '上限'],
  }),
  column('phone', '手机号码', '13800000000', '个人信息，默认遮挡；单元格请设为文本格式', {
    read: 'code',
    aliases: ['手机', '电话', '联系电话', '联系方式'],
  }),
  column('identityNumber', '身份证号', '', '个人信息，默认遮挡；单元格请设为文本格式', {
    read: 'code',
    aliases: ['身份证号码', '身份证', '公民身份号码'],
  }),
];

const validity = (code: RegistryColumn): readonly RegistryColumn[] => [
  column('name', '名称', '', '', { required: true, aliases: ['区划名称', '行业名称', '类别名称'] }),
  code,
  column('from', '启用日期', '', '不知道的不填', { read: 'date', aliases: ['启用时间'] }),
  column('to', '撤销日期', '', '最后一个有效日，仍有效的不填', { read: 'date', aliases: ['撤销时间', '废止日期'] }),
  column('successor', '现代码', '', '撤销后改为哪个代码', { read: 'code', aliases: ['变更后代码'] }),
  column('source', '来源', 'GB/T 2260', '标准号或公告', { required: true, aliases: ['依据'] }),
];

/** Workbooks of the national code tables. */
export const referenceColumns: Readonly<Record<ReferenceListName, readonly RegistryColumn[]>> = {
  region: validity(
    column('code', '行政区划代码', '140428', '6位', { required: true, read: 'code', aliases: ['区划代码', '代码'] }),
  ),
  industry: validity(
    column('code', '国民经济行业代码', 'C2614', '一个字母加二至四位数字', {
      required: true,
      read: 'code',
      aliases: ['行业代码', '代码'],
    }),
  ),
};

/** 其他部门的检查 workbook: what partner departments tell of their visits, which count for the annual cap (N-19). */
export const outsideVisitColumns: readonly RegistryColumn[] = [
  column('name', '企业名称', '长子县天字号精细化工厂', '只供核对，按代码认定', { aliases: ['单位名称', '名称'] }),
  column('code', '统一社会信用代码', '91140428XX00000019', '名录里的代码', {
    ...{ required: true, read: 'code' },
    aliases: ['信用代码', '代码'],
  }),
  column('on', '检查日期', '2022-03-08', '到场检查的那一天', {
    ...{ required: true, read: 'date' },
    aliases: ['日期', '检查时间'],
  }),
  column('department', '检查部门', '县市场监督管理局', '全称或规范简称，同一部门写法要一致', {
    required: true,
    aliases: ['部门', '检查机关'],
  }),
  column('evidence', '依据的文书', '现场检查记录第1号', '检查记录、联合检查通知或对方告知', {
    required: true,
    aliases: ['依据', '文书', '检查记录'],
  }),
];
