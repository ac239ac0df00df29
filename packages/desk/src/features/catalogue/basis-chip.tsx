import type { ItemView } from '@mingchou/contract';
import { ClauseChip } from '../../design/index.ts';

const standings = {
  current: {},
  repealed: { standing: 'repealed' },
  superseded: { standing: 'superseded' },
  // Neither is wrong; somebody must look at the paper before relying on it.
  unverified: { standing: 'unverified' },
  unlisted: { standing: 'unverified' },
  'not-yet': { standing: 'unverified' },
} as const;

/** 检查依据 with what it is worth today: 已废止, 已有新版 or 待核. */
export function BasisChip({ basis }: { readonly basis: ItemView['bases'][number] }) {
  return (
    <ClauseChip
      clause={{
        title: basis.text,
        ...(basis.detail === null ? {} : { validity: basis.detail }),
        ...standings[basis.standing],
      }}
    />
  );
}
