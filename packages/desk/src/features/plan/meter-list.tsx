import type { PlanMeter } from '@mingchou/domain';
import { StateText } from '../../design/index.ts';
import { meterVerdicts } from './plan-meters.tsx';

/** The meters one under another, short enough to stand beside a form. */
export function MeterList({ meters }: { readonly meters: readonly PlanMeter[] }) {
  return (
    <ul className="meter-list">
      {meters.map(({ key, name, value, base, segments, target, verdict, detail }) => {
        const word = verdict === null ? null : meterVerdicts[verdict];
        return (
          <li key={key}>
            <span>{name}</span>
            <b className={word?.kind === 'late' ? 'tone-late' : ''}>{value}</b>
            <span className="meter-bar" aria-hidden="true">
              {segments.map((percent, at) => (
                <i key={at} style={{ width: `${percent}%` }} />
              ))}
              {target !== null && <span style={{ left: `calc(${target}% - 2px)` }} />}
            </span>
            <small>{word === null ? base : <StateText kind={word.kind}>{word.word}</StateText>}</small>
            {word?.kind === 'late' && <small className="meter-why">{detail}</small>}
          </li>
        );
      })}
    </ul>
  );
}
