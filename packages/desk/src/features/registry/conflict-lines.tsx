import type { ConflictRow } from '@mingchou/contract';
import { conflictKindTitles } from '@mingchou/domain';
import { Link } from '../../design/index.ts';

/** The relations of one object or person, withdrawn ones struck through. */
export function ConflictLines({
  conflicts,
  name,
}: {
  readonly conflicts: readonly ConflictRow[];
  readonly name: (conflict: ConflictRow) => string;
}) {
  return (
    <>
      {conflicts.length === 0 && <p className="hint">没有登记利害关系。</p>}
      {conflicts.map((conflict) => (
        <p key={conflict.id}>
          {conflict.withdrawn === null ? (
            <b>{name(conflict)}</b>
          ) : (
            <>
              <del>{name(conflict)}</del> 已撤回
            </>
          )}{' '}
          {conflictKindTitles[conflict.kind]}：{conflict.reason}
        </p>
      ))}
      <p>
        <Link to="/registry/conflicts">登记或撤回利害关系</Link>
      </p>
    </>
  );
}
