import type { InspectionRefusal, Instant, PersonalData } from '@mingchou/domain';
import { inspectionStatusTitles } from './inspection.ts';
import type { RefusalTable } from './refusal.ts';

/** 4月6日10:06, in Asia/Shanghai. */
function moment(instant: Instant): string {
  const local = new Date(Date.parse(instant) + 8 * 60 * 60 * 1000).toISOString();
  return `${Number(local.slice(5, 7))}月${Number(local.slice(8, 10))}日${local.slice(11, 16)}`;
}

/** A point's text as far as a reader needs it to find the point. */
function shortened(text: string): string {
  return [...text].length > 24 ? `${[...text].slice(0, 24).join('')}…` : text;
}

const personalDataTitles: Readonly<Record<PersonalData['kind'], string>> = {
  'identity-number': '身份证号',
  mobile: '手机号',
  landline: '电话号',
  'bank-card': '银行账号',
  'e-mail': '邮箱',
};

export const inspectionRefusals: RefusalTable<InspectionRefusal> = {
  'inspection-not-found': { status: 404, message: '找不到这一户检查，可能属于别的单位。' },
  stale: { status: 409, message: ({ by, at }) => `没有保存：${by}在${moment(at)}改过这一户。请对照现在的内容再办。` },
  'inspection-in-other-state': {
    status: 409,
    message: ({ status }) => `没有办理：这一户现在是「${inspectionStatusTitles[status]}」。请刷新后看下一步。`,
  },
  'not-on-the-team': { status: 403, message: '没有办理：您不在这一户的检查组里。请由检查组的执法人员办理。' },
  'team-too-small': {
    status: 422,
    message: ({ present, needed }) =>
      `没有开始检查：检查组只有${present}名执法人员，至少要${needed}名。请先补足空缺的席位。`,
  },
  'begun-already': {
    status: 409,
    message: ({ by, at }) => `不用再开始：${by}已于${moment(at)}开始检查。请直接录入结果。`,
  },
  'ended-before-begun': {
    status: 422,
    message: ({ begunOn }) => `没有保存：检查结束日期早于开始日期${begunOn}。请核对日期。`,
  },
  'ended-in-future': { status: 422, message: ({ today }) => `没有保存：检查结束日期晚于今天${today}。请核对日期。` },
  'unknown-category': { status: 422, message: '没有保存：检查结果不在本局的结果分类里。请重新选择。' },
  'findings-missing': {
    status: 422,
    message: ({ category }) => `没有保存：结果是「${category}」，还没有写发现的问题。请写明问题再保存。`,
  },
  'findings-without-finding': {
    status: 422,
    message: ({ category }) => `没有保存：结果是「${category}」，却写了发现的问题。请改结果分类，或清空问题。`,
  },
  'point-not-on-the-list': {
    status: 422,
    message: ({ no }) => `没有保存：第${no}条不在派发时的检查表里，或记了两次。请刷新后重新记录。`,
  },
  'unchecked-without-reason': {
    status: 422,
    message: ({ unchecked }) => `没有保存：有${unchecked}条未查，还没有写原因。请写明未查的原因再保存。`,
  },
  'points-unmarked': {
    status: 422,
    message: ({ left, no, text }) =>
      `没有保存：检查表还有${left}条没有记，从第${no}条「${shortened(text)}」起。请逐条记录，没有查的记未查并写明原因。`,
  },
  'point-blank-left': {
    status: 422,
    message: ({ no, text }) => `没有保存：第${no}条「${shortened(text)}」的记录还有「____」没有填写。请填完再保存。`,
  },
  'point-unworded': {
    status: 422,
    message: ({ no, text }) => `没有保存：第${no}条「${shortened(text)}」不符合，还没有写问题。请写明再保存。`,
  },
  'failed-points': {
    status: 422,
    message: ({ failed, category }) =>
      `没有保存：有${failed}条不符合，结果却是「${category}」。请改结果分类，或核对逐条结果。`,
  },
  'signature-missing': {
    status: 422,
    message: ({ inspectors }) => `没有保存：还有${inspectors.length}名检查人员没有签字。检查记录须全体检查人员签字。`,
  },
  'refusal-without-reason': { status: 422, message: '没有保存：现场负责人拒签的，要写明拒签的情况。' },
  'own-outcome': { status: 403, message: '不能办理：这一户是您参加检查的。请由没有参加检查的人员办理。' },
  'confirmed-by-you': { status: 403, message: '不能审核：这一户的结果是您确认的。请由另一名法制审核人员办理。' },
  'return-is-not-yours': {
    status: 403,
    message: ({ status }) => `不能退回：这一户现在是「${inspectionStatusTitles[status]}」，由该环节的人员退回。`,
  },
  'personal-data-left': {
    status: 422,
    message: ({ found }) =>
      `审核没有通过：公开的文字里还有${[...new Set(found.map((one) => personalDataTitles[one.kind]))].join('、')}。请遮盖后再通过。`,
  },
};
