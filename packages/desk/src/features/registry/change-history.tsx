import type { ChangeView } from '@mingchou/contract';
import { useDesk } from '../../app/session.ts';
import { History } from '../../design/index.ts';

/** 变动记录, newest first: 施核 修改登记：迁址. */
export function ChangeHistory({ history, added }: { readonly history: readonly ChangeView[]; readonly added: string }) {
  const { year } = useDesk();
  return (
    <History
      pageYear={year}
      entries={history.map(({ version, at, by, reason, approvedBy, changes }) => ({
        key: String(version),
        at,
        text: `${by}${version === 1 ? added : '修改登记'}${reason === null ? '' : `：${reason}`}${approvedBy === null ? '' : `（${approvedBy}批准）`}`,
        changes: changes.map(({ field, from, to }) => ({ field, from: from ?? '', to: to ?? '' })),
      }))}
    />
  );
}
