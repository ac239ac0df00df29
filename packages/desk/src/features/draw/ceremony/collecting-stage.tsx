import { type DrawView, lotteryOnTrust, type RandomSourceView } from '@mingchou/contract';
import { formatTime, Icon } from '../../../design/index.ts';
import { isHere, sourceName } from '../words.ts';
import { Commitment } from './waiting-stage.tsx';

/** 收随机数: each source fills in as it comes; the dice as recorded, then the second person's agreement in words. */
export function CollectingStage({ draw }: { readonly draw: DrawView }) {
  const dice = draw.sources.filter((source) => source.kind === 'dice');
  const witnesses = draw.sources.filter((source) => source.kind === 'witness');
  const lotteries = draw.sources.filter((source) => source.kind === 'lottery');
  const drand = draw.sources.filter((source) => source.kind === 'drand');
  const confirmed = [...dice, ...lotteries].every((source) => source.confirmedAt !== null);
  return (
    <section className="collecting" aria-live="polite">
      {dice.map((source) => (
        <DiceCard key="dice" source={source} />
      ))}
      <div className="witnesses">
        {lotteries.map((source) => (
          <LotteryCard key={source.id} source={source} />
        ))}
        {witnesses.map((source) => (
          <WitnessCard key={source.id} source={source} diceConfirmed={confirmed} />
        ))}
        {drand.map((source) => (
          <DrandCard key="drand" source={source} />
        ))}
      </div>
      {draw.commitment !== null && <Commitment c={draw.commitment.c} />}
    </section>
  );
}

function DiceCard({ source }: { readonly source: RandomSourceView }) {
  const digits = [...(source.value ?? '')];
  return (
    <div className="dice">
      <h2>十面骰子，{source.digits}位</h2>
      <ol className="digits">
        {Array.from({ length: source.digits ?? 0 }, (_, place) => (
          <li key={place} className={digits[place] === undefined ? 'empty' : ''}>
            {digits[place] ?? ''}
          </li>
        ))}
      </ol>
      <p>{diceWords(source)}</p>
    </div>
  );
}

function diceWords(source: RandomSourceView): string {
  if (source.recordedBy === null) return '请当众投掷，由操作人录入';
  return source.confirmedBy === null
    ? `${source.recordedBy}已录入，请另一人照桌面复核`
    : `${source.recordedBy}录入，${source.confirmedBy}复核，两人一致`;
}

/** 开奖号码 stand for the room once two people agree; the announcement is the lottery's, not ours. */
function LotteryCard({ source }: { readonly source: RandomSourceView }) {
  const here = isHere(source);
  return (
    <div className={here ? 'witness revealed' : 'witness'}>
      <h2>
        <Icon name={here ? 'tick' : 'ring'} tone={here ? 'done' : undefined} /> {sourceName(source)}
      </h2>
      <p className="value">{source.value?.replaceAll(',', ' ') ?? '待录入'}</p>
      <p>
        {here ? `${source.recordedBy}录入，${source.confirmedBy}复核。` : '照官方公告录入，另一人复核。'}
        {lotteryOnTrust}
      </p>
    </div>
  );
}

function DrandCard({ source }: { readonly source: RandomSourceView }) {
  const groups = (source.value ?? '').match(/.{1,4}/g) ?? [];
  const here = isHere(source);
  return (
    <div className={here ? 'witness revealed' : 'witness'}>
      <h2>
        <Icon name={here ? 'tick' : 'ring'} tone={here ? 'done' : undefined} /> {sourceName(source)}
      </h2>
      <p className="value">{here ? [...groups.slice(0, 8), '…'].join(' ') : '待产生'}</p>
      <p>
        {here
          ? '签名已离线核验，是承诺的那一轮'
          : source.drand !== null && `${formatTime(source.drand.emittedAt)}产生，最后才收`}
      </p>
    </div>
  );
}

function WitnessCard({
  source,
  diceConfirmed,
}: {
  readonly source: RandomSourceView;
  readonly diceConfirmed: boolean;
}) {
  const groups = (source.value ?? source.commitment ?? '').match(/.{1,4}/g) ?? [];
  return (
    <div className={source.value === null ? 'witness' : 'witness revealed'}>
      <h2>
        <Icon name={source.value === null ? 'lock' : 'tick'} tone={source.value === null ? undefined : 'done'} /> 见证人
        {source.id}　{source.name}
      </h2>
      <p className="value">{(source.value === null ? [...groups.slice(0, 4), '…'] : groups).join(' ')}</p>
      <p>{witnessWords(source, diceConfirmed)}</p>
    </div>
  );
}

function witnessWords(source: RandomSourceView, diceConfirmed: boolean): string {
  if (source.value !== null) return '已揭示，与封存的指纹相符';
  return diceConfirmed ? '请在自己的手机上揭示' : '已封存，等骰子数复核';
}
