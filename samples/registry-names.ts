/** How the made-up enterprises are called and coded: evidently fictitious, yet valid where a check digit is computed. */

/** The 千字文 in its order, each character once: 「天字号」「地字号」… count like first, second, third. */
const characters =
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳推位让国有虞陶唐民周发殷汤坐朝问道垂拱平章爱育黎首臣遐迩一体率宾归王鸣凤在竹白驹食场化被草木赖及万方盖此身四大五常恭惟鞠养敢女慕贞洁男效才良知过必改得能莫忘谈彼短靡恃己长信使可复器欲难量墨丝染诗赞羔羊';

export interface SectorSpec {
  /** What the registry workbook says under 类别; the bureau's policy maps it to a sector code. */
  readonly label: string;
  readonly count: number;
  readonly section: string;
  readonly priority: boolean;
  /** Kinds of firm, taken in turn. */
  readonly kinds: readonly string[];
}

const specs: Readonly<Record<string, readonly SectorSpec[]>> = {
  zz: [
    { label: '危化生产', count: 2, section: '危化股', priority: true, kinds: ['精细化工厂', '化工助剂厂'] },
    {
      label: '危化经营',
      count: 39,
      section: '危化股',
      priority: true,
      kinds: [
        ...['加油站', '气体经营部', '加油站', '化工经营部', '加油站', '加油站', '涂料经营部', '加油站', '油品经营部'],
        ...['加油站', '气体经营部', '加油站', '加油站', '化工经营部', '加油站', '加油站', '油品仓储站', '加油站'],
      ],
    },
    { label: '煤矿', count: 6, section: '煤矿股', priority: true, kinds: ['煤矿'] },
    { label: '洗储煤', count: 31, section: '煤矿股', priority: false, kinds: ['洗煤厂', '储煤场'] },
    {
      label: '工贸',
      count: 55,
      section: '工贸股',
      priority: false,
      kinds: ['铸造厂', '建材厂', '机械厂', '食品厂', '纺织厂'],
    },
  ],
  lz: [
    { label: '非煤矿山', count: 4, section: '基础科', priority: true, kinds: ['地下铁矿'] },
    { label: '危险化学品', count: 14, section: '危化科', priority: true, kinds: ['化工厂', '化工储运公司'] },
    { label: '易制毒化学品', count: 6, section: '危化科', priority: false, kinds: ['化工经营部'] },
    { label: '安全培训', count: 16, section: '基础科', priority: false, kinds: ['塑料厂', '机械厂', '物流公司'] },
  ],
  ys: [
    { label: '冶金', count: 8, section: '工贸科', priority: true, kinds: ['铸钢厂'] },
    { label: '有色', count: 6, section: '工贸科', priority: true, kinds: ['铝材厂'] },
    { label: '建材', count: 12, section: '工贸科', priority: false, kinds: ['水泥制品厂', '耐火材料厂'] },
    { label: '机械', count: 15, section: '工贸科', priority: false, kinds: ['机械厂', '轴承厂'] },
    { label: '轻工', count: 9, section: '工贸科', priority: false, kinds: ['制鞋厂', '家具厂'] },
    { label: '纺织', count: 5, section: '工贸科', priority: false, kinds: ['针织厂'] },
  ],
  gx: [
    { label: '危险化学品', count: 24, section: '危化科', priority: true, kinds: ['化工厂', '加油站'] },
    { label: '非煤矿山', count: 9, section: '基础科', priority: true, kinds: ['石料厂'] },
    { label: '冶金', count: 7, section: '基础科', priority: true, kinds: ['铸造厂'] },
  ],
  ls: [
    { label: '机械制造', count: 13, section: '工贸科', priority: true, kinds: ['机械厂', '阀门厂'] },
    { label: '危化生产经营', count: 12, section: '执法大队', priority: true, kinds: ['化工厂', '加油站'] },
    { label: '机械制造', count: 20, section: '工贸科', priority: false, kinds: ['配件厂', '模具厂'] },
    { label: '危化生产经营', count: 10, section: '执法大队', priority: false, kinds: ['涂料店'] },
    { label: '商贸', count: 15, section: '工贸科', priority: false, kinds: ['商场', '市场'] },
  ],
};

/** The sectors of a bureau's registry in the order of its workbook. */
export function sectorsOf(policy: string): readonly SectorSpec[] {
  const found = specs[policy];
  if (found === undefined) throw new Error(`no registry is described for policy ${policy}`);
  return found;
}

/** 「长子县天字号精细化工厂」: bureau, the 千字文's next character, kind of firm. */
export function enterpriseName(short: string, spec: SectorSpec, inSector: number, index: number): string {
  const kind = spec.kinds[inSector % spec.kinds.length] ?? '厂';
  const character = characters[index];
  if (character === undefined) throw new Error('the names are used up');
  return `${short}${character}字号${kind}`;
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 11714: check character of the eight characters that name an organisation. */
function organisationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number.parseInt(body[at] ?? '0', 36), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? 'X' : String(digit);
}

/** GB 32100: check character of the first seventeen characters of a credit code. */
function creditCheck(head: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of head) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? '0';
}

/** An evidently made-up credit code with valid check characters: `91` + region + `XX` + number. */
export function creditCode(region: string, number: number): string {
  const body = `XX1${String((number * 37) % 100_000).padStart(5, '0')}`;
  const head = `91${region}${body}${organisationCheck(body)}`;
  return head + creditCheck(head);
}
