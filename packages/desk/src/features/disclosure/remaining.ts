import type { DisclosureRow } from '@mingchou/contract';

/** Working days left as one number: 0 is today, negative is overdue. Nothing for overdue by rest days alone. */
export function remainingDays({ remaining }: Pick<DisclosureRow, 'remaining'>): number | undefined {
  switch (remaining.kind) {
    case 'left':
      return remaining.workdays;
    case 'today':
      return 0;
    case 'overdue':
      return remaining.workdays === 0 ? undefined : -remaining.workdays;
  }
}
