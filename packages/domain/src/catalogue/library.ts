/** 清单对应关系: where one item stands in the bureau's power-and-duty list and in the province's list (LZ-08, LZ-24). */
export interface ItemMapping {
  /** 抽查事项, as the bureau's own list names it. */
  readonly title: string;
  readonly dutyCode: string;
  /** 权责清单事项. */
  readonly dutyItem: string;
  readonly provinceCode: string | null;
  /** 省级清单事项. */
  readonly provinceItem: string | null;
  readonly source: string;
}

/** 重大事故隐患: one clause of a determination standard (N-27). */
export interface MajorHazard {
  readonly code: string;
  /** 行业, as the standard names it. */
  readonly industry: string;
  readonly text: string;
  readonly standard: string;
  readonly clause: string;
  readonly source: string;
}

/** Tables beside the list that come from workbooks. */
export const libraryLists = ['law', 'mapping', 'hazard'] as const;
export type LibraryList = (typeof libraryLists)[number];
export const libraryTitles: Readonly<Record<LibraryList, string>> = {
  law: '法律依据',
  mapping: '清单对应关系',
  hazard: '重大事故隐患',
};
