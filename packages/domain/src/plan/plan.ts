import type { ItemId, PlanId, PlanRowId } from '../id.ts';
import type { DrawSelection, Ratio } from '../policy/index.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { Evidence, Filing, GovernmentAnswer, SentToGovernment } from './approval-record.ts';
import type { PlanConstraint } from './constraint.ts';
import type { RowParticulars } from './particulars.ts';
import type { Signature } from './signature.ts';

/** 抽查事项 of a row: an item of the catalogue, or words of the document that no item answers to yet. */
export interface RowItem {
  readonly itemId: ItemId | null;
  readonly title: string;
}

/** What a person writes into one row of the plan table. */
export interface RowContent {
  /** 抽查任务名称. */
  readonly name: string;
  /** 抽查类型. */
  readonly selection: DrawSelection;
  readonly items: readonly RowItem[];
  /** 抽查对象范围, in words. */
  readonly scope: string;
  /** The policy's sectors that make the base. */
  readonly sectors: readonly string[];
  /** Which subjects of those sectors: all, or only 重点 or 一般 ones. */
  readonly level: 'all' | 'priority' | 'ordinary';
  readonly ratio: Ratio;
  /** How many rounds (轮次) the task is drawn within its window. */
  readonly rounds: number;
  /** 抽查时间, both days included. */
  readonly window: { readonly from: CalendarDate; readonly to: CalendarDate };
  /** 抽查发起部门. */
  readonly initiator: string;
  /** 配合部门; a row with partners is joint. */
  readonly partners: readonly string[];
  /** The columns that only some tables have; left out in rows that nobody wrote any for. */
  readonly particulars?: RowParticulars | undefined;
}

/** A row with what submission and approval fixed: the base it was reckoned from and the number that governs the draw. */
export interface PlanRow extends RowContent {
  readonly id: PlanRowId;
  readonly no: number;
  readonly base: number | null;
  readonly approvedCount: number | null;
  /** Taken over from the version before and not touched since: its base stays the one that was approved. */
  readonly carried?: true;
}

/** A finding that someone chose to keep, and why. */
export interface Dismissal {
  readonly finding: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
  /** What the finding said when it was kept: once it says something else it is open again. */
  readonly saying?: string | undefined;
  /** 第n稿, in which it was kept. */
  readonly edition?: number | undefined;
}

/** Head of the document (ZZ-01, ZZ-02). */
export interface PlanHead {
  readonly title: string;
  readonly documentNo: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly addressees: string;
  readonly upstream: readonly string[];
  /** 公开属性; left out while nobody has decided it. */
  readonly publicity?: Publicity | undefined;
  /** 版记: 抄送, 印发机关 and 印发日期; left out, the paper names the bureau's office and the date of the paper. */
  readonly imprint?: Imprint | undefined;
}

/** 版记 of an official paper (GB/T 9704 §7.4). */
export interface Imprint {
  readonly copies: string;
  readonly office: string;
  readonly printedOn: CalendarDate | null;
}

/** 公开属性 of an official paper. */
export type Publicity = 'published' | 'on-request' | 'closed';

export const publicityTerms: Readonly<Record<Publicity, string>> = {
  published: '此件公开发布',
  'on-request': '此件依申请公开',
  closed: '此件不公开',
};

export type { Signature } from './signature.ts';

/** 法制审核, or the record of why there was none. */
export type LegalReview =
  | { readonly kind: 'reviewed'; readonly by: Signature; readonly opinion: string }
  | { readonly kind: 'skipped'; readonly reason: string };

export interface ReturnNote {
  /** `government`: the government did not approve; the reason is its opinion, as recorded. */
  readonly kind: 'returned' | 'withdrawn' | 'government';
  readonly by: Signature;
  readonly reason: string;
  /** The government's paper. */
  readonly file?: Evidence | null;
}

/** 修订: a version that replaces another from a day on, and why. */
export interface Amendment {
  /** 第n次修订. */
  readonly no: number;
  readonly former: PlanId;
  readonly reason: string;
  readonly effectiveOn: CalendarDate;
  /** The highest number a task of the year's plan ever had: numbers are never given twice. */
  readonly lastNo: number;
}

export interface PlanBody extends PlanHead {
  readonly id: PlanId;
  readonly year: number;
  /** 第n稿: counts on with every return or withdrawal. */
  readonly edition: number;
  readonly rows: readonly PlanRow[];
  readonly constraints: readonly PlanConstraint[];
  readonly dismissals: readonly Dismissal[];
  readonly createdBy: Signature;
  /** Left out in the year's first version. */
  readonly amendment?: Amendment | undefined;
}

/** 年度抽查计划: 草稿 → 待法制审核 → 待审批 → (待政府批准) → 已批准 → 已公开. */
export type Plan =
  | (PlanBody & { readonly status: 'draft'; readonly sentBack: ReturnNote | null })
  | (PlanBody & { readonly status: 'awaiting-legal-review'; readonly submitted: Signature })
  | (PlanBody & {
      readonly status: 'awaiting-approval';
      readonly submitted: Signature;
      readonly legalReview: LegalReview;
    })
  | (PlanBody & BureauApproved & { readonly status: 'awaiting-government'; readonly sent: SentToGovernment | null })
  | (PlanBody & Approved & { readonly status: 'approved' })
  | (PlanBody & Approved & { readonly status: 'published'; readonly published: Signature });

interface BureauApproved {
  readonly submitted: Signature;
  readonly legalReview: LegalReview;
  readonly approved: Signature;
}

interface Approved extends BureauApproved {
  /** Left out where the bureau's rules ask for no government's approval. */
  readonly government?: GovernmentAnswer | undefined;
  /** Left out until the plan has been sent to be filed. */
  readonly filing?: Filing | undefined;
}

export type PlanStatus = Plan['status'];

export const planStatusTerms: Readonly<Record<PlanStatus, string>> = {
  draft: '草稿',
  'awaiting-legal-review': '待法制审核',
  'awaiting-approval': '待审批',
  'awaiting-government': '待政府批准',
  approved: '已批准',
  published: '已公开',
};

export const selectionTerms: Readonly<Record<DrawSelection, string>> = { targeted: '定向', nonTargeted: '不定向' };
