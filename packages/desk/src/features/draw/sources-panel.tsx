import type { DrawView, RandomSourceView } from '@mingchou/contract';
import type { Instant } from '@mingchou/domain';
import { type Clause, ClauseChip, formatMoment, formatTime, Hash, Panel, StateTag } from '../../design/index.ts';
import { bits, fives, isOpen, milliBitsOf } from './words.ts';
import { WitnessLink } from './witness-link.tsx';

const clause: Clause = {
  title: '本局规则 随机数来源',
  text: '骰子当众投掷，见证人各用自己的设备；合计不少于64比特，去掉任何一方仍不少于24比特；承诺公开之后才产生骰子数，骰子数复核之后才揭示见证人的数。',
};

/** 随机数从哪里来: who brings what, how strong it is, and how far it has come. */
export function SourcesPanel({
  draw,
  now,
  mayOperate,
}: {
  readonly draw: DrawView;
  readonly now: Instant;
  readonly mayOperate: boolean;
}) {
  const sub = `合计${bits(milliBitsOf(draw))}（下限64），来自${draw.sources.length}方，任何一方都左右不了结果`;
  const canLink = mayOperate && draw.drawn === null && draw.status !== 'voided';
  return (
    <Panel title="随机数从哪里来" sub={sub} right={<ClauseChip clause={clause} />}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">来源</th>
            <th scope="col">谁</th>
            <th scope="col">现在的状态</th>
            <th scope="col" className="num">
              随机强度
            </th>
          </tr>
        </thead>
        <tbody>
          {draw.sources.map((source) => (
            <tr key={`${source.kind}${source.id}`}>
              <td>
                <b>{source.kind === 'dice' ? `十面骰子，${source.digits ?? 0}位` : `见证人${source.id}`}</b>
              </td>
              <td>{source.kind === 'dice' ? diceWho(source) : `${source.name}　${source.organisation}`}</td>
              <td>
                {source.kind === 'dice' ? (
                  <DiceState draw={draw} source={source} now={now} />
                ) : (
                  <WitnessState source={source} />
                )}
                {source.kind === 'witness' && source.value === null && canLink && (
                  <WitnessLink draw={draw} source={source} />
                )}
              </td>
              <td className="num">{(source.milliBits / 1000).toFixed(source.kind === 'dice' ? 1 : 0)}比特</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function diceWho(source: RandomSourceView): string {
  if (source.recordedBy === null) return '一人录入，另一人复核';
  return source.confirmedBy === null
    ? `${source.recordedBy}录入，待另一人复核`
    : `${source.recordedBy}录入，${source.confirmedBy}复核`;
}

function DiceState({ draw, source, now }: { draw: DrawView; source: RandomSourceView; now: Instant }) {
  if (source.recordedBy === null) {
    const open = draw.commitment !== null && isOpen(draw, now);
    return (
      <StateTag kind={open ? 'mine' : 'not-begun'}>
        {open ? '请当众投掷并录入' : `${formatTime(draw.openAt)}后当众投掷`}
      </StateTag>
    );
  }
  return (
    <>
      {source.confirmedAt === null ? (
        <StateTag kind="waiting">待复核</StateTag>
      ) : (
        <StateTag kind="done">已复核</StateTag>
      )}{' '}
      {source.value === null ? (
        <span className="second">复核人看桌面键入，这里先不显示</span>
      ) : (
        <span className="mono">{fives(source.value)}</span>
      )}
    </>
  );
}

function WitnessState({ source }: { readonly source: RandomSourceView }) {
  if (source.value !== null) {
    return (
      <>
        <StateTag kind="done">已揭示</StateTag> <Hash value={source.value} name={`${source.name}的数`} size="small" />
      </>
    );
  }
  if (source.commitment !== null && source.sealedAt !== null) {
    return (
      <>
        <StateTag kind="locked">已封存</StateTag>{' '}
        <Hash value={source.commitment} name={`${source.name}的指纹`} short size="small" />
        <span className="sr">{formatMoment(source.sealedAt)}封存</span>
      </>
    );
  }
  return <StateTag kind="waiting">待封存</StateTag>;
}
