import { registryRoutes } from '@mingchou/contract';
import { employmentTitles, groundTitles, priorityTitles, statusTitles, subjectKindTitles } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import { listInspectors } from './inspector-queries.ts';
import { namesOf } from './names.ts';
import type { RegistryPorts } from './ports.ts';
import { listSubjects } from './subject-queries.ts';

/** What is offered to whoever takes a list out; the twin of what the exchange declares. */
export interface ListExport {
  readonly columns: (db: Db) => Promise<Readonly<Record<string, ListColumn>>>;
  /** Whether the filters and the order are ones of this list. */
  readonly understands: (listing: Readonly<Record<string, string>>) => boolean;
  /** Filters and order in words, as of the day they are read. */
  readonly tell: (db: Db, listing: Readonly<Record<string, string>>) => Promise<readonly string[]>;
  /** The rows page by page, each cell as the screen says it. */
  readonly pages: (
    db: Db,
    listing: Readonly<Record<string, string>>,
    columns: readonly string[],
  ) => AsyncIterable<readonly (readonly string[])[]>;
}

interface ListColumn {
  readonly title: string;
  readonly reading: 'text' | 'code' | 'number';
}

const pageSize = 5_000;
const text = (title: string): ListColumn => ({ title, reading: 'text' });

type SubjectListed = Awaited<ReturnType<typeof listSubjects>>['value']['rows'][number];
type InspectorListed = Awaited<ReturnType<typeof listInspectors>>['value']['rows'][number];

const subjectCells: Readonly<Record<string, (row: SubjectListed) => string>> = {
  name: (row) => row.name,
  code: (row) => row.code,
  sector: (row) => row.sectorName,
  priority: (row) => priorityTitles[row.priority],
  status: (row) => statusTitles[row.status.kind],
  section: (row) => row.sectionName ?? '',
  creditGrade: (row) => row.creditGrade ?? '',
  kind: (row) => subjectKindTitles[row.kind],
  grounds: (row) => row.grounds.map((ground) => groundTitles[ground]).join('、'),
  address: (row) => row.address,
};

/** 抽查对象 as their list shows them; contact data are not on it. */
export function subjectExport(ports: RegistryPorts): ListExport {
  const { input } = registryRoutes.listSubjects;
  return {
    columns: async (db) => ({
      ...{ name: text('名称'), code: { title: '代码', reading: 'code' }, sector: text('类别'), priority: text('重点') },
      ...{ status: text('状态'), section: text((await ports.terms(db)).section), creditGrade: text('信用风险等级') },
      ...{ kind: text('对象类型'), grounds: text('重点理由'), address: text('地址') },
    }),
    understands: (listing) => input.safeParse(listing).success,
    tell: (db, listing) => tell(ports, db, subjectExport(ports), listing),
    async *pages(db, listing, columns) {
      for (let page = 1; ; page += 1) {
        const { value } = await listSubjects(ports, db, { ...input.parse(listing), page, size: pageSize });
        yield value.rows.map((row) => columns.map((key) => subjectCells[key]?.(row) ?? ''));
        if (value.rows.length < pageSize) return;
      }
    },
  };
}

const inspectorCells: Readonly<Record<string, (row: InspectorListed) => string>> = {
  name: (row) => row.name,
  certificateNo: (row) => row.certificateNo,
  expiresOn: (row) => row.expiresOn,
  employment: (row) => employmentTitles[row.employment],
  section: (row) => row.sectionName ?? '',
  qualifications: (row) => row.qualifications.map(({ name }) => name).join('、'),
  cap: (row) => String(row.cap),
  eligible: (row) => (row.ineligible.length === 0 ? '能' : `不能：${row.ineligible.join('；')}`),
};

/** 执法人员 as their list shows them. */
export function inspectorExport(ports: RegistryPorts): ListExport {
  const { input } = registryRoutes.listInspectors;
  return {
    columns: async (db) => ({
      ...{ name: text('姓名'), certificateNo: { title: '执法证号', reading: 'code' }, expiresOn: text('有效期至') },
      ...{
        employment: text('编制'),
        section: text((await ports.terms(db)).section),
        qualifications: text('可检查行业'),
      },
      ...{ cap: { title: '最多户数', reading: 'number' }, eligible: text('能否抽签') },
    }),
    understands: (listing) => input.safeParse(listing).success,
    tell: (db, listing) => tell(ports, db, inspectorExport(ports), listing),
    async *pages(db, listing, columns) {
      for (let page = 1; ; page += 1) {
        const { value } = await listInspectors(ports, db, { ...input.parse(listing), page, size: pageSize });
        yield value.rows.map((row) => columns.map((key) => inspectorCells[key]?.(row) ?? ''));
        if (value.rows.length < pageSize) return;
      }
    },
  };
}

const titles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  priority: priorityTitles,
  status: statusTitles,
  kind: subjectKindTitles,
  employment: employmentTitles,
};

/** 「类别：危化经营」「搜索：加油站」「截至2022-03-01」「按代码倒序」 */
async function tell(
  ports: RegistryPorts,
  db: Db,
  list: Pick<ListExport, 'columns'>,
  { asOf, search, sort, order, sector, sectionId, ...chosen }: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const names = await namesOf(ports, db);
  const columns = await list.columns(db);
  return [
    ...(asOf === undefined ? [] : [`截至${asOf}`]),
    ...(search === undefined ? [] : [`搜索：${search}`]),
    ...(sector === undefined ? [] : [names.sector(sector)]),
    ...(sectionId === undefined ? [] : [names.section(sectionId) ?? `已撤销的${(await ports.terms(db)).section}`]),
    ...Object.entries(chosen).map(([key, value]) => titles[key]?.[value] ?? value),
    ...(sort === undefined ? [] : [`按${columns[sort]?.title ?? sort}${order === 'desc' ? '倒序' : '顺序'}`]),
  ];
}
