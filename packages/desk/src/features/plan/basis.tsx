import { placeOf } from '@mingchou/domain';
import { ClauseChip } from '../../design/index.ts';

interface BasisProps {
  readonly clause: {
    readonly source: string;
    readonly place: string;
    readonly text?: string | undefined;
    readonly verified: boolean;
  };
}

/** 依据 as a chip: 正文六（一）, 本局规则 比例取整. */
export function Basis({ clause }: BasisProps) {
  const { text, verified, ...place } = clause;
  return (
    <ClauseChip
      clause={{
        title: placeOf({ ...place, verified }),
        ...(text === undefined ? {} : { text }),
        ...(verified ? {} : { standing: 'unverified' as const }),
      }}
    />
  );
}
