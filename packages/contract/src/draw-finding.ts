import type { DesignFact } from '@mingchou/domain';
import { z } from 'zod';
import { drawSize, sizeWords } from './draw-design.ts';
import { clause } from './portal.ts';

const count = z.number().int().min(0);
const stratum = z.string();
const finding = { level: z.enum(['must', 'check']), clause };

export const designFinding = z.discriminatedUnion('code', [
  z.object({ ...finding, code: z.literal('conditions-in-non-targeted') }),
  z.object({ ...finding, code: z.literal('selection-differs'), approved: z.enum(['targeted', 'nonTargeted']) }),
  z.object({ ...finding, code: z.literal('outside-the-plan'), sectors: z.array(z.string()) }),
  z.object({ ...finding, code: z.literal('round-not-open'), sectors: z.array(z.string()) }),
  z.object({ ...finding, code: z.literal('team-too-small'), seats: count }),
  z.object({ ...finding, code: z.literal('no-strata') }),
  z.object({ ...finding, code: z.literal('stratum-twice'), stratum }),
  z.object({ ...finding, code: z.literal('nothing-drawn') }),
  z.object({ ...finding, code: z.literal('rounding-differs'), stratum }),
  z.object({ ...finding, code: z.literal('key-share-below-policy'), promised: drawSize }),
  z.object({ ...finding, code: z.literal('pool-empty') }),
  z.object({ ...finding, code: z.literal('stratum-not-named'), stratum, entries: count }),
  z.object({ ...finding, code: z.literal('stratum-empty'), stratum }),
  z.object({ ...finding, code: z.literal('size-above-pool'), stratum, size: count, eligible: count, by: count }),
  z.object({ ...finding, code: z.literal('small-stratum'), stratum, eligible: count, least: count }),
  z.object({ ...finding, code: z.literal('reserve-scarce'), stratum, wanted: count, found: count }),
  z.object({ ...finding, code: z.literal('bound-crossed'), min: count, max: count }),
  z.object({
    ...finding,
    code: z.literal('bound-unreachable'),
    bound: z.enum(['min', 'max']),
    ...{ wanted: count, reachable: count, by: count },
  }),
  z.object({ ...finding, code: z.literal('bounds-contradict'), by: count }),
  z.object({ ...finding, code: z.literal('base-differs'), planned: count, found: count }),
  z.object({ ...finding, code: z.literal('count-differs'), approved: count, total: count }),
  z.object({ ...finding, code: z.literal('inspectors-too-few'), found: count, needed: count }),
  z.object({ ...finding, code: z.literal('nobody-qualified'), stratum, needs: z.array(z.string()) }),
  z.object({ ...finding, code: z.literal('seats-left-vacant'), seats: count }),
]);
export type DesignFindingView = z.infer<typeof designFinding>;

const selectionTitles = { targeted: '定向', nonTargeted: '不定向' } as const;

/** What a finding says, in one sentence, and what may be done. */
export function findingWords(found: DesignFact): { readonly says: string; readonly next: string } {
  switch (found.code) {
    case 'conditions-in-non-targeted':
      return { says: '不定向抽查不能另设条件', next: '删去条件，或改为定向' };
    case 'selection-differs':
      return {
        says: `批准的是${selectionTitles[found.approved]}抽查，与设计不同`,
        next: `改回${selectionTitles[found.approved]}，或写明理由报批`,
      };
    case 'outside-the-plan':
      return { says: '条件超出了批准的{subject}范围', next: '只在计划任务列出的类别和重点、一般之内选' };
    case 'round-not-open':
      return { says: '同一轮次内只抽一次，现在没有进行中、含这些行业类别的轮次', next: '请先开始轮次' };
    case 'team-too-small':
      return { says: `检查组只有${found.seats}人，每次检查不得少于2人`, next: '请在本局规则中改检查组人数' };
    case 'no-strata':
      return { says: '没有可抽的层', next: '至少选一个类别或等级' };
    case 'stratum-twice':
      return { says: `${found.stratum}写了两次`, next: '删去一个' };
    case 'nothing-drawn':
      return { says: '各层合计抽0家', next: '填写抽取数' };
    case 'rounding-differs':
      return { says: `${found.stratum}的取整与本局规则不同`, next: '改用本局规则的取整' };
    case 'key-share-below-policy':
      return {
        says: `重点企业占比低于本局规则的${sizeWords(found.promised).replace(/（.*）/, '')}`,
        next: '恢复占比下限，或写明理由报批',
      };
    case 'pool-empty':
      return { says: '没有符合条件的{subject}', next: '放宽条件，或先核对底册' };
    case 'stratum-not-named':
      return { says: `${found.stratum}有${found.entries}家，却没有列为一层`, next: '补上这一层，或用条件排除' };
    case 'stratum-empty':
      return { says: `${found.stratum}没有{subject}`, next: '核对底册，或删去这一层' };
    case 'size-above-pool':
      return {
        says: `${found.stratum}要抽${found.size}家，可抽只有${found.eligible}家，多${found.by}家`,
        next: '减少抽取数，或核对排除理由',
      };
    case 'small-stratum':
      return { says: `${found.stratum}可抽只有${found.eligible}家，少于${found.least}家`, next: '可并层，或全部检查' };
    case 'reserve-scarce':
      return { says: `${found.stratum}候补要${found.wanted}家，只剩${found.found}家`, next: '候补按剩下的家数排' };
    case 'bound-crossed':
      return { says: `重点占比下限${found.min}家，高于上限${found.max}家`, next: '改下限或上限' };
    case 'bound-unreachable':
      return found.bound === 'min'
        ? {
            says: `重点企业至少要${found.wanted}家，最多只能抽到${found.reachable}家，差${found.by}家`,
            next: '降低下限，或减少非重点的层',
          }
        : {
            says: `重点企业至多${found.wanted}家，最少也会抽到${found.reachable}家，超${found.by}家`,
            next: '提高上限，或减少重点的层',
          };
    case 'bounds-contradict':
      return { says: `占比和各层抽取数合在一起差${found.by}家`, next: '改占比，或改各层抽取数' };
    case 'base-differs':
      return { says: `符合条件的${found.found}家，计划底数${found.planned}家`, next: '核对条件和底册' };
    case 'count-differs':
      return {
        says: `各层合计抽${found.total}家，批准的是${found.approved}家`,
        next: '改成批准数，或写明理由报{deputyDirector}批准',
      };
    case 'inspectors-too-few':
      return { says: `证件有效的执法人员${found.found}名，每户需${found.needed}名`, next: '补人员或更新证件' };
    case 'nobody-qualified':
      return { says: `没有人具备${found.stratum}的资格`, next: '补有资格的执法人员' };
    case 'seats-left-vacant':
      return { says: `排不出队伍：试算时最多约${found.seats}个席位空缺`, next: '增加人员、减少户数或改为分批' };
  }
}
