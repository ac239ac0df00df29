import { drandChains, lotteryGameCodes, roles, type SourceKind } from '@mingchou/domain';
import { z } from 'zod';

/** A kind of source as it stands in a sentence. */
export const sourceKindTitles: Readonly<Record<SourceKind, string>> = {
  dice: '骰子',
  lottery: '彩票开奖号码',
  witness: '见证人的数',
  drand: 'drand随机信标',
};

/** What each game is called, what it announces, and where; mc-draw/1 §5. */
export const lotteryGames: Readonly<
  Record<(typeof lotteryGameCodes)[number], { readonly name: string; readonly numbers: string; readonly site: string }>
> = {
  ssq: {
    name: '双色球',
    numbers: '6个红球（01至33，从小到大）和1个蓝球（01至16），如01 05 12 18 22 30+07',
    site: 'https://www.cwl.gov.cn/',
  },
  dlt: {
    name: '大乐透',
    numbers: '5个前区号（01至35，从小到大）和2个后区号（01至12，从小到大），如05 11 12 23 34+02 09',
    site: 'https://www.lottery.gov.cn/',
  },
  pl5: { name: '排列5', numbers: '5位数字，如80374', site: 'https://www.lottery.gov.cn/' },
  '3d': { name: '福彩3D', numbers: '3位数字，如007', site: 'https://www.cwl.gov.cn/' },
};

/** The verifier cannot look the announcement up; whoever shows the numbers says so. */
export const lotteryOnTrust = '公告由彩票机构发布，本系统不能离线核对';

/** What the operator announces beside the witnesses. */
export const announcedSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dice'), digits: z.number().int().min(1, '至少1位').max(100, '最多100位') }),
  z.object({
    kind: z.literal('lottery'),
    game: z.enum(lotteryGameCodes),
    issue: z.string().regex(/^[0-9]{5,7}$/, '期号是5至7位数字'),
    /** Who reads the announcement and types it; left out, the operator. */
    typist: z.enum(roles).optional(),
  }),
  z.object({
    kind: z.literal('drand'),
    chain: z.string().regex(/^[0-9a-f]{64}$/, '链的编号不对'),
    round: z.number().int().min(1, '轮次从1起').max(10_000_000_000),
  }),
]);

/** The listed chain's own page of a round. */
export function drandAddress(chain: string, round: number): string {
  return `https://api.drand.sh/${chain}/public/${round}`;
}

export function drandName(chain: string): string {
  return drandChains.find((known) => known.chain === chain)?.name ?? chain.slice(0, 8);
}
