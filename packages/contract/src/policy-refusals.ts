import type { PolicyRefusal } from '@mingchou/domain';
import { policyKeyTitles } from './policy-words.ts';
import type { RefusalTable } from './refusal.ts';

const whyTexts = {
  'laxer-than-law': '低于法律规定',
  'laxer-than-province': '宽于省级规定',
  'without-reason': '没有写理由',
} as const;

export const policyRefusals = {
  'policy-below-floor': {
    status: 422,
    message: (refusal) =>
      `规则没有采用：「${policyKeyTitles[refusal.key]}」${whyTexts[refusal.why]}。请改到规定之内再采用。`,
  },
  'policy-without-sectors': { status: 422, message: '规则没有采用：没有行业类别。请至少列出一个。' },
  'policy-older': {
    status: 409,
    message: (refusal) => `规则没有采用：生效日${refusal.effectiveOn}早于现行规则的${refusal.current}。请核对生效日。`,
  },
  'policy-stale': {
    status: 409,
    message: (refusal) => `规则没有采用：${refusal.changedBy}刚采用了新的一版。请对照后再采用。`,
  },
  'policy-change-not-found': { status: 404, message: '没有办理：找不到这项规则变更。请刷新后再看。' },
  'policy-change-in-past': {
    status: 422,
    message: (refusal) =>
      `规则没有变更：生效日${refusal.effectiveOn}早于今天${refusal.today}。已办的事不改按新规则，请改为今天或以后的日期，另行提出。`,
  },
  'policy-change-says-nothing': {
    status: 422,
    message: (refusal) =>
      `规则没有变更：「${policyKeyTitles[refusal.key]}」的取值和依据都与现在的相同。请核对后再提出。`,
  },
  'policy-change-decided': { status: 409, message: '没有办理：这项规则变更已经有了决定。请刷新后查看。' },
  'policy-change-own': {
    status: 403,
    message: (refusal) => `没有批准：提出变更的是${refusal.name}本人。请由另一位领导审批。`,
  },
  'policy-needs-second-person': {
    status: 409,
    message: '没有采用：本局已有规则，换一份须由另一人批准。请提出整份规则，由{deputyDirector}批准后采用。',
  },
  'policy-same-profile': { status: 422, message: '没有提出：这份规则与现行的完全相同。请核对文件。' },
  'task-rule-not-for-tasks': {
    status: 422,
    message: (refusal) =>
      `没有另定：「${policyKeyTitles[refusal.key]}」全局一致，任务不能另定。确需改动的，请在本局规则中提出变更。`,
  },
  'task-rule-too-late': {
    status: 409,
    message: '没有另定：这项任务已开始抽签，抽签按准备时的规则办。要另定的，请先作废这次抽签。',
  },
  'task-rule-below-floor': {
    status: 422,
    message: (refusal) =>
      `没有另定：「${policyKeyTitles[refusal.key]}」${whyTexts[refusal.why]}，任何任务都不能低于。请改到规定之内。`,
  },
  'task-rule-says-nothing': {
    status: 422,
    message: (refusal) => `没有另定：「${policyKeyTitles[refusal.key]}」与现在的规则相同。请核对后再提出。`,
  },
  'task-rule-waiting': {
    status: 409,
    message: (refusal) =>
      `没有再提：${refusal.name}已对「${policyKeyTitles[refusal.key]}」提出另定，正等批准。请先办完那一项。`,
  },
  'task-rule-not-found': { status: 404, message: '没有办理：找不到这项任务或这项另定。请刷新后再看。' },
  'policy-not-adopted': { status: 404, message: '还没有本局规则。请先由管理员采用一版规则。' },
} satisfies RefusalTable<PolicyRefusal>;
