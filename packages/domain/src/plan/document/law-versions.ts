/** A legal text that is no longer what it was, and since when. Editable data; `verified` says whether a source was read. */
export interface LawVersion {
  /** The title without its marks 《》 and without 中华人民共和国. */
  readonly title: string;
  /** From this day on a citation must name `now`. */
  readonly since: string;
  readonly now: string;
  /** What a citation of the present version contains: year or number. */
  readonly current: RegExp;
  /** True where the text as a whole was replaced: then every citation of its title is out of date. */
  readonly replaced: boolean;
  readonly verified: boolean;
}

/** A first list; a bureau's catalogue brings its own. */
export const lawVersions: readonly LawVersion[] = [
  { title: '安全生产法', since: '2021-09-01', now: '2021年修正', current: /2021/, replaced: false, verified: true },
  {
    title: '易制毒化学品管理条例',
    since: '2018-09-18',
    now: '2018年9月18日修订',
    current: /2018|第703号/,
    replaced: false,
    verified: true,
  },
  {
    title: '危险化学品安全管理条例',
    since: '2013-12-07',
    now: '2013年12月7日修订（国务院令第645号）',
    current: /2013|第645号|第591号/,
    replaced: false,
    verified: true,
  },
  { title: '行政处罚法', since: '2021-07-15', now: '2021年修订', current: /2021/, replaced: false, verified: true },
  {
    title: '金属非金属矿山重大生产安全事故隐患判定标准（试行）',
    since: '2022-09-01',
    now: '《金属非金属矿山重大事故隐患判定标准》（矿安〔2022〕88号）',
    current: /88号/,
    replaced: true,
    verified: false,
  },
  {
    title: '工贸行业重大生产安全事故隐患判定标准（2017版）',
    since: '2023-05-15',
    now: '《工贸企业重大事故隐患判定标准》（应急管理部令第10号）',
    current: /第10号/,
    replaced: true,
    verified: true,
  },
];
