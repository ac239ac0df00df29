import { unreachable } from '../result.ts';
import type { PlanEvent } from './event.ts';
import type { ReturnNote } from './plan.ts';
import { dayText } from './words.ts';

export const sentBackWords: Readonly<Record<ReturnNote['kind'], string>> = {
  returned: '退回补正',
  withdrawn: '撤回',
  government: '政府退回',
};

/** What happened, for 办理记录: 「增加任务：2022年煤矿企业双随机抽查计划」. The person and the time stand beside it. */
export function planEventText(event: PlanEvent): string {
  switch (event.type) {
    case 'plan-created':
      return `新建${event.year}年计划`;
    case 'plan-amended':
      return `开始第${event.amendment.no}次修订：${event.amendment.reason}`;
    case 'plan-amendment-updated':
      return `修改修订理由或施行日期：${event.reason}`;
    case 'plan-head-updated':
      return '修改标题、文号或日期';
    case 'plan-row-added':
      return `增加任务：${event.content.name}`;
    case 'plan-row-updated':
      return `修改任务：${event.content.name}`;
    case 'plan-row-removed':
      return '删去一项任务';
    case 'plan-rows-merged':
      return `${event.removed.length + 1}项任务合并为综合查一次：${event.content.name}`;
    case 'plan-mended':
      return `按核对结果修改：${event.remedy}`;
    case 'plan-finding-dismissed':
      return `保留一条核对结果：${event.dismissal.reason}`;
    case 'plan-submitted':
      return event.review === 'asked' ? '提交法制审核' : '提交审批';
    case 'plan-reviewed':
      return event.opinion === '' ? '通过法制审核' : `通过法制审核：${event.opinion}`;
    case 'plan-sent-back':
      return `${sentBackWords[event.note.kind]}：${event.note.reason}`;
    case 'plan-approved':
      return `批准计划，共${event.counts.reduce((total, row) => total + row.count, 0)}家`;
    case 'plan-sent-to-government':
      return `${dayText(event.sent.sentOn)}报${event.sent.to}批准`;
    case 'plan-approved-by-government':
      return `登记${event.answer.sent.to}${dayText(event.answer.answeredOn)}批准，${event.answer.documentNo}`;
    case 'plan-numbered':
      return `编文号${event.documentNo}，${dayText(event.issuedOn)}印发`;
    case 'plan-filed':
      return `${dayText(event.filing.sentOn)}报${event.filing.with}备案`;
    case 'plan-filing-received':
      return `登记${dayText(event.receipt.receivedOn)}备案回执，${event.receipt.receiptNo}`;
    case 'plan-published':
      return '公开计划';
    default:
      return unreachable(event);
  }
}
