import { inspectionStatusTitles, type InspectionRow } from '@mingchou/contract';
import { type StateKind, StateTag, StateText } from '../../design/index.ts';

type Status = InspectionRow['status'];

const kinds: Readonly<Record<Status, StateKind>> = {
  awaiting: 'not-begun',
  begun: 'info',
  returned: 'returned',
  'awaiting-confirmation': 'waiting',
  'awaiting-legal-review': 'waiting',
  'awaiting-disclosure': 'waiting',
  disclosed: 'done',
  withdrawn: 'withdrawn',
};

/** The state of one inspection in a row. */
export function StatusText({ status }: { readonly status: Status }) {
  return <StateText kind={kinds[status]}>{inspectionStatusTitles[status]}</StateText>;
}

/** The same in the head of its page. */
export function StatusTag({ status }: { readonly status: Status }) {
  return <StateTag kind={kinds[status]}>{inspectionStatusTitles[status]}</StateTag>;
}
