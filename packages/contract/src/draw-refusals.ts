import type { DrawRefusal, Instant } from '@mingchou/domain';
import { findingWords as designWords } from './draw-finding.ts';
import { drawStatusTitles, exclusionTitles, voidReasonTitles } from './draw-view.ts';
import { lotteryGames, sourceKindTitles } from './draw-source.ts';
import type { RefusalTable } from './refusal.ts';
import { selectionTerms } from '@mingchou/domain';

const roleTitles: Readonly<Record<string, string>> = {
  legalClerk: '{legalSection}经办',
  sectionChief: '{section}负责人',
};

/** 4月6日10:06, in Asia/Shanghai. */
function moment(instant: Instant): string {
  const local = new Date(Date.parse(instant) + 8 * 60 * 60 * 1000).toISOString();
  return `${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日${local.slice(11, 16)}`;
}

/** 10:00 */
function clock(instant: Instant): string {
  return moment(instant).replace(/^.*日/, '');
}

const findingWords = {
  'seat-vacant': '席位空缺',
  'certificate-ended': '执法证在检查期内到期',
  'inspector-left': '已不在岗',
  'conflict-since': '新登记了利害关系',
  'subject-not-active': '已不在业',
} as const;

const unfitWords = {
  'off-duty': '不在岗或不能执法',
  certificate: '的执法证在检查期内到期',
  conflict: '与这一户有利害关系',
  'on-the-team': '已在这个检查组中',
} as const;

export const drawRefusals = {
  'draw-not-found': { status: 404, message: '找不到这次抽签，可能属于别的单位。' },
  'task-not-ready': {
    status: 409,
    message: '没有准备：这项任务已经在抽签或已开签，或修订后的计划不再安排它。请看任务列表和现行计划。',
  },
  'round-not-open': {
    status: 409,
    message: '没有准备：本局规则是同一轮次内只抽一次，现在没有进行中、含这些行业类别的轮次。请先开始轮次。',
  },
  'pool-also-frozen': {
    status: 409,
    message: ({ drawNo, subjects }) =>
      `没有办理：第${drawNo}号抽签的名单已冻结、还没有开签或解封，其中${subjects}家也在这里，会被抽中两次。请先办完第${drawNo}号或作废它。`,
  },
  'overrides-undecided': {
    status: 409,
    message: ({ names }) =>
      `名单没有冻结：${names.slice(0, 3).join('、')}${names.length > 3 ? `等${names.length}家` : ''}的恢复或排除申请还没有审批。请先审批。`,
  },
  'subject-not-in-pool': { status: 404, message: '没有申请：这家不在本次抽签的范围里。请刷新名单后再选。' },
  'subject-not-excluded': { status: 409, message: ({ name }) => `没有申请：${name}现在可抽，不用恢复。` },
  'subject-left-out': {
    status: 409,
    message: ({ name }) => `没有申请：${name}是经批准另行排除的，本次抽签不再恢复。`,
  },
  'subject-already-excluded': {
    status: 409,
    message: ({ name, reason }) => `没有申请：${name}已因「${exclusionTitles[reason]}」排除。`,
  },
  'exclusion-is-law': {
    status: 422,
    message: ({ name, reason }) => `不能恢复：${name}「${exclusionTitles[reason]}」，已不是{subject}，任何人不能批准。`,
  },
  'ground-missing': {
    status: 422,
    message: ({ name }) => `没有申请：${name}本年度检查次数已达上限，恢复须写明法律依据。请写依据的文件和条款。`,
  },
  'override-already-requested': {
    status: 409,
    message: ({ name, by }) => `没有再申请：${by}已经为${name}申请过。请看「恢复与排除」。`,
  },
  'override-not-found': { status: 404, message: '没有办理：找不到这条申请。请刷新后再看。' },
  'override-already-decided': { status: 409, message: ({ by, at }) => `没有再办：${by}已于${moment(at)}审批。` },
  'draw-in-other-state': {
    status: 409,
    message: ({ status }) => `没有办理：本次抽签现在是「${drawStatusTitles[status]}」。请刷新后看下一步。`,
  },
  stale: { status: 409, message: ({ by, at }) => `没有办理：${by}在${moment(at)}刚办过一步。请看现在的状态再继续。` },
  'not-the-operator': {
    status: 403,
    message: ({ operator }) => `没有办理：本局规则规定由${roleTitles[operator] ?? operator}办理抽签。请转给该人员。`,
  },
  'witnesses-too-few': { status: 422, message: ({ least }) => `没有准备：见证人少于${least}名。请补足后再准备。` },
  'entropy-too-small': {
    status: 422,
    message: ({ milliBits, withoutOne }) =>
      `没有准备：随机数只有${Math.floor(milliBits / 1000)}比特，去掉任何一人后最少${Math.floor(withoutOne / 1000)}比特；下限是64和24。请增加来源。`,
  },
  'team-too-small': { status: 422, message: '没有准备：每户少于2名执法人员，不合法定下限。请改本局规则。' },
  'opening-not-in-future': {
    status: 422,
    message: ({ openAt }) => `没有办理：开启时间${moment(openAt)}已过。承诺须在开启之前公开，请改开启时间。`,
  },
  'witness-not-found': { status: 404, message: '链接已失效。请向抽签经办人索取新链接。' },
  'witness-already-sealed': { status: 409, message: ({ at }) => `没有再封存：已于${moment(at)}封存，只能封存一次。` },
  'witness-commitment-taken': { status: 409, message: '没有封存：这个指纹与另一名见证人的相同。请重新生成随机数。' },
  'roster-empty': { status: 422, message: '名单没有冻结：底册里没有这类{subject}。请先导入底册。' },
  'pool-too-small': {
    status: 422,
    message: ({ size, eligible }) =>
      `名单没有冻结：批准抽${size}家，可抽只有${eligible}家。请核对排除理由，或变更计划。`,
  },
  'inspectors-too-few': {
    status: 422,
    message: ({ found, needed }) =>
      `名单没有冻结：证件在检查期内有效的执法人员${found}名，每户需${needed}名。请补人员或更新证件。`,
  },
  'seats-left-vacant': {
    status: 422,
    message: ({ seats }) =>
      `名单没有冻结：排不出队伍，试算时有席位空缺（最多约${seats}个）。可增加有资格的执法人员、调高每人户数上限。`,
  },
  'witnesses-not-sealed': {
    status: 409,
    message: ({ waiting }) => `承诺没有公开：${waiting.join('、')}还没有封存随机数。请其打开链接封存。`,
  },
  'checks-failed': {
    status: 422,
    message: ({ checks }) => `承诺没有公开：开签前检查有${checks.length}项不符。请作废后重新冻结。`,
  },
  'earlier-draw-open': {
    status: 409,
    message: ({ drawNo }) => `承诺没有公开：第${drawNo}号抽签还没有承诺。抽签按编号相连，请先办第${drawNo}号或作废它。`,
  },
  'source-not-allowed': {
    status: 422,
    message: ({ kind }) => `没有准备：本局规则不用${sourceKindTitles[kind]}作随机数来源。请改用规则允许的来源。`,
  },
  'source-twice': {
    status: 422,
    message: ({ kind }) => `没有准备：${sourceKindTitles[kind]}写了两次，同一个数不能算两份。请删去一个。`,
  },
  'nothing-after-commitment': {
    status: 422,
    message: '没有准备：没有承诺之后才产生的随机数（骰子、彩票或drand）。请至少加一个。',
  },
  'drand-chain-unknown': { status: 422, message: '没有准备：不认识这条drand链，无法离线核验。请选列出的链。' },
  'drand-before-opening': {
    status: 422,
    message: ({ round, openAt }) =>
      `没有办理：drand第${round}轮不晚于开启时间${moment(openAt)}，承诺时可能已有人知道。请选更晚的一轮。`,
  },
  'lottery-not-found': { status: 404, message: '没有办理：本次抽签没有承诺这一期彩票。请刷新后再看。' },
  'not-the-typist': {
    status: 403,
    message: ({ typist }) => `没有录入：准备抽签时写明由${roleTitles[typist] ?? typist}录入开奖号码。请转给该人员。`,
  },
  'lottery-numbers-wrong': {
    status: 422,
    message: ({ game }) => `没有办理：${lotteryGames[game].name}要${lotteryGames[game].numbers}。请对照公告键入。`,
  },
  'lottery-not-recorded': { status: 409, message: '还不能复核：开奖号码还没有录入。请先录入。' },
  'lottery-confirmed': {
    status: 409,
    message: ({ by, at }) => `没有再录入：${by}已于${moment(at)}复核，开奖号码不能再改。`,
  },
  'lottery-typist': {
    status: 403,
    message: ({ name }) => `不能复核：开奖号码是${name}本人录入的。请另一人照官方公告复核。`,
  },
  'lottery-differs': {
    status: 422,
    message: ({ position }) => `复核不一致：第${position}个号码与录入的不同。请两人对照官方公告，录错的一方重新键入。`,
  },
  'lottery-not-confirmed': {
    status: 409,
    message: ({ waiting }) => `还不能办理：开奖号码（${waiting.join('、')}）还没有两人录入、复核。请先办这一步。`,
  },
  'drand-not-announced': { status: 409, message: '没有录入：本次抽签没有承诺drand。请刷新后再看。' },
  'drand-not-yet': {
    status: 409,
    message: ({ round, at }) => `还不能录入：drand第${round}轮${moment(at)}才产生。请到时再录入。`,
  },
  'drand-already-public': {
    status: 409,
    message: ({ round, at }) =>
      `没有办理：drand第${round}轮已于${moment(at)}公开，此后再出随机数就能挑结果。请申请作废并写明谁没有按时。`,
  },
  'drand-signature-wrong': {
    status: 422,
    message: ({ round }) => `没有录入：签名不是drand第${round}轮的。请核对轮次，把签名完整复制过来。`,
  },
  'drand-already-recorded': { status: 409, message: ({ at }) => `没有再录入：drand已于${moment(at)}录入。` },
  'drand-missing': {
    status: 409,
    message: ({ round, at }) => `还不能开签：还差drand第${round}轮，${moment(at)}产生。请到时录入。`,
  },
  'too-early': {
    status: 409,
    message: ({ openAt, minutes }) => `还不能录入：承诺写明${clock(openAt)}开启，还有${minutes}分钟。`,
  },
  'dice-count': {
    status: 422,
    message: ({ expected, found }) => `没有录入：要${expected}位数字，现在是${found}位。请对照桌面补齐。`,
  },
  'dice-not-recorded': { status: 409, message: '还不能办理：骰子数还没有录入。请先录入。' },
  'dice-confirmed': {
    status: 409,
    message: ({ by, at }) => `没有再录入：${by}已于${moment(at)}复核，骰子数不能再改。`,
  },
  'same-person': {
    status: 403,
    message: ({ name }) => `不能复核：骰子数是${name}本人录入的。请另一人在自己的设备上复核。`,
  },
  'dice-differ': {
    status: 422,
    message: ({ position }) => `复核不一致：第${position}位与录入的不同。请两人对照桌面，录错的一方重新键入。`,
  },
  'dice-not-confirmed': { status: 409, message: '还不能办理：骰子数还没有第二人复核。请先复核。' },
  'witness-not-sealed': { status: 409, message: '没有揭示：没有封存过随机数。' },
  'witness-already-revealed': { status: 409, message: ({ at }) => `没有再揭示：已于${moment(at)}揭示。` },
  'value-differs': {
    status: 422,
    message: '没有揭示：这个数与封存的指纹不符。请用封存时的那台设备，或照纸上记下的数键入。',
  },
  'reveals-missing': {
    status: 409,
    message: ({ waiting }) => `还不能开签：${waiting.join('、')}没有揭示。到公布时间仍不揭示的，申请作废并写明。`,
  },
  'already-drawn': {
    status: 409,
    message: ({ drawNo, by, at }) =>
      `不能再抽：第${drawNo}号抽签已由${by}于${moment(at)}开签。结果有误请申请作废，作废记录会公开。`,
  },
  'void-already-requested': {
    status: 409,
    message: ({ by, at }) => `没有再申请：${by}已于${moment(at)}申请作废，正等{deputyDirector}批准。`,
  },
  'void-not-requested': { status: 409, message: '没有作废：还没有人申请。请经办人先写明理由申请。' },
  'approver-is-applicant': {
    status: 403,
    message: ({ name }) => `不能审批：申请人是${name}本人。请另一位{deputyDirector}审批。`,
  },
  'draw-dispatched': {
    status: 409,
    message: ({ at }) => `没有办理：已于${moment(at)}派发。派发后的变动请办理回避或递补。`,
  },
  'already-voided': {
    status: 409,
    message: ({ reason, at }) => `没有办理：本次抽签已于${moment(at)}作废（${voidReasonTitles[reason]}）。`,
  },
  'visits-begun': {
    status: 409,
    message: ({ subject, at, count }) =>
      `不能作废：${subject}的检查已于${moment(at)}开始${count > 1 ? `，共${count}户已开始` : ''}。已开始的检查照办，个别变动请办回避或递补。`,
  },
  'seat-not-held': { status: 409, message: '没有受理：这个席位上没有人。请刷新后再看检查组。' },
  'seat-by-decision': {
    status: 409,
    message: '没有受理：这个席位是领导指定的，不是抽出的。请报{deputyDirector}另作决定。',
  },
  'not-your-seat': {
    status: 403,
    message: '没有受理：本人只能为自己申请回避。企业提出的或依职权的，请{legalSection}经办人办理。',
  },
  'visit-already-begun': {
    status: 409,
    message: ({ at, leaders }) =>
      `没有受理：检查已于${clock(at)}开始。发现利害关系的，请停止检查并报告{deputyDirector}${leaders.join('、')}。`,
  },
  'object-already-visited': {
    status: 409,
    message: ({ at }) => `没有受理：检查已于${moment(at)}开始，不再递补。请把现场情况写进检查结果。`,
  },
  'amendment-already-requested': {
    status: 409,
    message: ({ by, at }) => `没有再受理：${by}已于${moment(at)}申请，正等{deputyDirector}决定。`,
  },
  'object-not-drawn': { status: 409, message: '没有受理：这一家现在不在本次抽签的检查中。请刷新后再看。' },
  'seat-changed': { status: 409, message: ({ name }) => `没有批准：${name}已不在这个席位上。请刷新后再看检查组。` },
  'request-not-open': { status: 409, message: '没有办理：这项申请已经办过。请刷新后看结果。' },
  'not-the-decider': { status: 403, message: '没有办理：由本局规则规定的领导决定。请转给{deputyDirector}。' },
  'approver-is-recused': {
    status: 403,
    message: ({ name }) => `不能审批：申请的是${name}本人的回避。请另一位{deputyDirector}审批。`,
  },
  'seat-not-vacant': {
    status: 409,
    message: ({ name }) => `没有办理：${name}在这个席位上。席位空缺时才由领导决定。`,
  },
  'inspector-not-found': { status: 422, message: '没有办理：底册里没有这名执法人员。请从名单中选。' },
  'appointee-unfit': {
    status: 422,
    message: ({ name, why }) => `没有办理：${name}${unfitWords[why]}。请另选一人，或写明席位空缺如何处理。`,
  },
  'design-refused': {
    status: 422,
    message: ({ findings }) => {
      const [first] = findings;
      const { says, next } = first === undefined ? { says: '设计不合规则', next: '请核对' } : designWords(first);
      return `没有办理：${says}${findings.length > 1 ? `，共${findings.length}处` : ''}。可${next}。`;
    },
  },
  'override-not-approved': {
    status: 409,
    message: '名单没有冻结：设计与计划或规则不同，{deputyDirector}还没有批准。请先报批，或改回批准的设计。',
  },
  'override-not-requested': { status: 409, message: '没有办理：没有待批准的例外。请刷新后再看。' },
  'filter-not-found': { status: 404, message: '没有这组常用条件，可能属于别的单位。' },
  'filter-name-taken': {
    status: 409,
    message: ({ name }) => `没有保存：已有名为「${name}」的常用条件。请换一个名称。`,
  },
  'sealing-not-allowed': {
    status: 422,
    message: ({ selection }) =>
      `没有准备：本局规则没有规定${selectionTerms[selection]}任务可以封存抽签。请公开抽签，或先改本局规则「封存抽签」。`,
  },
  'sealed-needs-witnesses': {
    status: 422,
    message: ({ least }) => `没有准备：封存抽签至少要有${least}名见证人，否则一个人就知道全部随机数。请补足见证人。`,
  },
  'draw-sealed': { status: 403, message: '没有给出：这次抽签封存着，检查结束开封后再看。' },
  'draw-not-sealed': { status: 409, message: '没有开封：这次抽签没有封存，本来就是公开的。' },
  'already-unsealed': { status: 409, message: ({ by, at }) => `没有再开封：${by}已于${moment(at)}开封。` },
  'visits-still-open': {
    status: 409,
    message: ({ open }) => `没有开封：还有${open}户没有查完。请等查完，或请{deputyDirector}写明理由决定提前开封。`,
  },
  'unsealing-needs-reason': {
    status: 422,
    message: ({ open }) => `没有开封：还有${open}户没有查完，提前开封要写理由，理由会公开。`,
  },
  'file-not-found': { status: 404, message: '没有这个文件，可能还没有产生。' },
  'file-for-auditors': {
    status: 403,
    message: '不能下载：含利害关系和执法人员，只供纪检监察审计。公开的部分请下载公开包。',
  },
  'items-withdrawn': {
    status: 409,
    message: ({ titles }) =>
      `没有派发：「${titles.join('」「')}」现在没有公布，未公布的事项不得检查。请先在抽查事项清单中公布，或申请作废。`,
  },
  'not-dispatchable': {
    status: 422,
    message: ({ findings }) =>
      `没有派发：${findings
        .slice(0, 3)
        .map(
          ({ kind, subject, inspector }) =>
            `${subject}${inspector === null ? '' : `的${inspector}`}${findingWords[kind]}`,
        )
        .join('；')}${findings.length > 3 ? `，共${findings.length}处` : ''}。请先更正底册，或申请作废。`,
  },
} satisfies RefusalTable<DrawRefusal>;
