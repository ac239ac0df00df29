/** 发起 or 派发 by which level (LZ-06). */
export type RowOrigin = 'province' | 'city' | 'own';

/** What a row says beyond the draw itself: the columns that only some bureaus' tables have. */
export interface RowParticulars {
  /** 抽查领域 (LZ-17). */
  readonly field: string;
  readonly origin: RowOrigin;
  /** 牵头科室, the section that answers for the task. */
  readonly section: string;
  /** 参与科室. */
  readonly joinSections: readonly string[];
  /** 检查主体 (LZ-17): the bodies that go; empty where initiator and partners say it already. */
  readonly bodies: readonly string[];
  /** 智慧监管（信用风险分类）要求 (N-22). */
  readonly creditRequirement: string;
  /** 抽查检查模式: 市抽市查、市抽县查…; empty where the bureau draws and inspects itself. */
  readonly mode: string;
  /** 年度检查上限 of one enterprise, in visits; null where none is written. */
  readonly cap: number | null;
}

export const noParticulars: RowParticulars = {
  field: '',
  origin: 'own',
  section: '',
  joinSections: [],
  bodies: [],
  creditRequirement: '',
  mode: '',
  cap: null,
};

export const originTerms: Readonly<Record<RowOrigin, string>> = {
  province: '省派发',
  city: '市派发',
  own: '本级发起',
};

interface RowParties {
  readonly initiator: string;
  readonly partners: readonly string[];
  readonly particulars?: RowParticulars | undefined;
}

/** The particulars of a row; rows written before there were any have none. */
export function particularsOf(row: Pick<RowParties, 'particulars'>): RowParticulars {
  return row.particulars ?? noParticulars;
}

/** 部门联合 or 系统内部双随机 (LZ-06): a row with partners is joint. */
export function isJoint(row: Pick<RowParties, 'partners'>): boolean {
  return row.partners.length > 0;
}

/** 检查主体: as written, else the initiator with its partners. */
export function bodiesOf(row: RowParties): readonly string[] {
  const { bodies } = particularsOf(row);
  return bodies.length > 0 ? bodies : [row.initiator, ...row.partners];
}
