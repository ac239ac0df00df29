import type { CalendarDate } from '../time.ts';
import type { Signature } from './signature.ts';

/** A paper of another office, kept under the bureau as evidence. */
export interface Evidence {
  readonly name: string;
  readonly hash: string;
}

/** 报同级政府批准: to whom and when it went. `recorded` is who entered it here, which may be later. */
export interface SentToGovernment {
  readonly to: string;
  readonly sentOn: CalendarDate;
  readonly recorded: Signature;
}

/** 政府批准: its number and paper; from `answeredOn` the plan counts as approved. */
export interface GovernmentAnswer {
  readonly sent: SentToGovernment;
  readonly answeredOn: CalendarDate;
  readonly documentNo: string;
  readonly opinion: string;
  readonly file: Evidence | null;
  readonly recorded: Signature;
}

export interface FilingReceipt {
  readonly receivedOn: CalendarDate;
  readonly receiptNo: string;
  readonly file: Evidence | null;
  readonly recorded: Signature;
}

/** 报上级备案: sent, and received once there is a receipt. */
export interface Filing {
  readonly with: string;
  readonly sentOn: CalendarDate;
  readonly recorded: Signature;
  readonly receipt: FilingReceipt | null;
}
