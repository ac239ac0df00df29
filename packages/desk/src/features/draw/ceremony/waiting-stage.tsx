import type { DrawView } from '@mingchou/contract';
import { type Instant, millisecondsOf } from '@mingchou/domain';
import { formatCountdown, formatMoment, Icon } from '../../../design/index.ts';

/** 候场: the commitment in full, the time left, who is here. */
export function WaitingStage({ draw, now }: { readonly draw: DrawView; readonly now: Instant }) {
  const seconds = Math.ceil((millisecondsOf(draw.openAt) - millisecondsOf(now)) / 1000);
  return (
    <section className="waiting">
      <h2>{draw.commitment === null ? '承诺还没有公开' : '已公开的承诺'}</h2>
      {draw.commitment !== null && <Commitment c={draw.commitment.c} />}
      <p className="big">
        {formatMoment(draw.openAt, draw.year)}开启
        {seconds > 0 && draw.commitment !== null && <b>　{formatCountdown(seconds)}</b>}
      </p>
      <ul className="present">
        <li>
          <Icon name="person" /> 操作　{draw.prepared.name}
        </li>
        {draw.sources
          .filter((source) => source.kind === 'witness')
          .map((source) => (
            <li key={source.id}>
              <Icon name={source.sealedAt === null ? 'ring' : 'lock'} />{' '}
              {`见证人${source.id}　${source.name}　${source.organisation}　${source.sealedAt === null ? '待封存' : '随机数已封存在本人设备上'}`}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** All sixteen groups; the first two are compared aloud. */
export function Commitment({ c }: { readonly c: string }) {
  const groups = c.match(/.{1,4}/g) ?? [];
  return (
    <p className="commitment">
      <b>{groups.slice(0, 2).join(' ')}</b> {groups.slice(2).join(' ')}
    </p>
  );
}
