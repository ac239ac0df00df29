import { type DrawView, exclusionTitles, type PreDrawCheckView } from '@mingchou/contract';
import { type Check, formatDate } from '../../design/index.ts';
import { unsealedWitnesses } from './words.ts';

const outcomes = { passed: 'passed', warning: 'warned', failed: 'failed' } as const;

/** 开签前检查 in words: the frozen checks, and whether every witness has sealed by now. */
export function checksOf(draw: DrawView): readonly Check[] {
  if (draw.checks.length === 0) return [];
  return [sealedCheck(draw), ...draw.checks.map((check) => ({ ...wordsOf(check), outcome: outcomes[check.level] }))];
}

function sealedCheck(draw: DrawView): Check {
  const witnesses = draw.sources.filter((source) => source.kind === 'witness');
  const waiting = unsealedWitnesses(draw);
  return {
    key: 'witnesses-sealed',
    outcome: waiting.length === 0 ? 'passed' : 'warned',
    title: waiting.length === 0 ? '见证人都已封存随机数' : `等${waiting.join('、')}封存随机数`,
    detail: `${witnesses.length - waiting.length}/${witnesses.length}人已封存；揭示之前只有指纹在本系统`,
  };
}

type Words = Omit<Check, 'outcome'>;

function wordsOf(check: PreDrawCheckView): Words {
  const key = check.code;
  switch (check.code) {
    case 'base-equals-plan': {
      const difference = check.found - check.planned;
      const detail = `计划${check.planned}家，名单${check.found}家${difference === 0 ? '，无增减' : `，${difference > 0 ? '增' : '减'}${Math.abs(difference)}家`}`;
      return { key, title: difference === 0 ? '底数与批准的计划一致' : '底数与批准的计划不一致', detail };
    }
    case 'size-fits': {
      const detail = `抽${check.size}家、候补${check.reserve}家，可抽${check.eligible}家`;
      return { key, title: check.level === 'warning' ? '候补排不满' : '抽得出', detail };
    }
    case 'exclusions-have-reasons':
      return exclusionWords(key, check);
    case 'entropy-enough':
      return {
        key,
        title: '随机数猜不出、一个人定不了',
        detail: `${Math.floor(check.milliBits / 1000)}比特，下限64比特；去掉任何一人仍有${Math.floor(check.withoutOne / 1000)}比特，下限24`,
      };
    case 'pool-not-small':
      return {
        key,
        title: check.level === 'warning' ? '名单较小' : '名单不太小',
        detail: `${check.stratum ?? ''}${check.eligible}家，${check.least}家以下会提醒`,
      };
    case 'certificates-valid':
      return {
        key,
        title: '人员证件在检查期内有效',
        detail: `${check.inspectors}人${check.earliest === null ? '' : `，最早到期${formatDate(check.earliest)}`}${check.leftOut === 0 ? '' : `；${check.leftOut}人证件不足检查期或不在岗，未列入`}`,
      };
    case 'qualified-enough':
      return {
        key,
        title: check.level === 'warning' ? '有资格的人要多跑' : '相应资格够用',
        detail: `${check.qualified}人，均衡时最多可带${check.capacity}户，需${check.visits}户`,
      };
    case 'trial-without-vacancy':
      return {
        key,
        title: `组队试算${check.rounds}次，${check.vacant === 0 ? '没有空席' : `空席${check.vacant}个`}`,
        detail: `最忙的人${check.busiest}户；最可能的一对人在一户的机会约${(check.likeliestPair / 100).toFixed(1)}%`,
      };
    case 'conflicts-avoided':
      return { key, title: check.conflicts === 0 ? '名单内没有利害关系' : `利害关系${check.conflicts}条已避开` };
    case 'quota-kept': {
      const bounds = [
        check.min === null ? '' : `至少${check.min}家`,
        check.max === null ? '' : `至多${check.max}家`,
      ].filter((word) => word !== '');
      return { key, title: '重点企业占比做得到', detail: `${bounds.join('，')}；可抽的重点企业${check.eligible}家` };
    }
    case 'override-approved':
      return {
        key,
        title: '设计与计划或规则不同，已经批准',
        detail: `抽${check.total}家，计划${check.approved}家，${check.by}批准`,
      };
  }
}

type ExclusionCheck = Extract<PreDrawCheckView, { readonly code: 'exclusions-have-reasons' }>;

function exclusionWords(key: string, check: ExclusionCheck): Words {
  const reasons = check.reasons.map(({ reason, count }) => `${exclusionTitles[reason]}${count}家`).join('，');
  const missing = check.withoutEvidence === 0 ? '' : `；其中${check.withoutEvidence}家没有登记依据`;
  const title = check.withoutEvidence === 0 ? '排除都有理由' : '有的排除没有登记依据';
  return { key, title, detail: reasons === '' ? '没有排除' : `${reasons}${missing}` };
}
