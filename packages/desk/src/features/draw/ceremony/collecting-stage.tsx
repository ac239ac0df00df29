import type { DrawView, RandomSourceView } from '@mingchou/contract';
import { Icon } from '../../../design/index.ts';
import { Commitment } from './waiting-stage.tsx';

/** 收随机数: each source fills in as it comes; the dice as recorded, then the second person's agreement in words. */
export function CollectingStage({ draw }: { readonly draw: DrawView }) {
  const dice = draw.sources.filter((source) => source.kind === 'dice');
  const witnesses = draw.sources.filter((source) => source.kind === 'witness');
  const confirmed = dice.every((source) => source.confirmedAt !== null);
  return (
    <section className="collecting" aria-live="polite">
      {dice.map((source) => (
        <DiceCard key="dice" source={source} />
      ))}
      <div className="witnesses">
        {witnesses.map((source) => (
          <WitnessCard key={source.id} source={source} diceConfirmed={confirmed} />
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
