import type { ReactNode } from 'react';
import type { Tone } from './icon.tsx';
import './meter.css';

interface MeterProps {
  readonly name: string;
  /** `<ClauseChip>`: where the target comes from. */
  readonly clause?: ReactNode;
  /** Value with unit: 25家, 6/6家, 2/9. Never a percentage without its base. */
  readonly value: ReactNode;
  readonly tone?: Tone | undefined;
  /** Behind the value: 占名录库133家的18.8%. */
  readonly base?: ReactNode;
  /** Segments in percent of the bar; `late` marks what is overdue. No bar when absent. */
  readonly segments?: readonly { readonly percent: number; readonly late?: boolean }[];
  /** Where the target stands, in percent. */
  readonly target?: number;
  /** Verdict in words with icon, or the sum: 6煤矿＋9危化＋6工贸＋4洗储煤. */
  readonly children?: ReactNode;
}

/** 量尺: name and clause, value with base, bar with the target's tick, verdict. */
export function Meter({ name, clause, value, tone, base, segments, target, children }: MeterProps) {
  return (
    <div className="meter">
      <h3>
        <span>{name}</span>
        {clause}
      </h3>
      <p className={`meter-value ${tone === undefined ? '' : `tone-${tone}`}`}>
        {value}
        {base !== undefined && <small>{base}</small>}
      </p>
      {segments !== undefined && (
        <div className="meter-bar" aria-hidden="true">
          {segments.map((segment, place) => (
            <i key={place} className={segment.late === true ? 'late' : ''} style={{ width: `${segment.percent}%` }} />
          ))}
          {target !== undefined && <span style={{ left: `calc(${target}% - 2px)` }} />}
        </div>
      )}
      {children !== undefined && <p className="meter-verdict">{children}</p>}
    </div>
  );
}

/** Meters side by side in one panel; `first` wider as drawn. */
export function Meters({
  label,
  wideFirst = 1.25,
  children,
}: {
  readonly label: string;
  readonly wideFirst?: number;
  readonly children: ReactNode;
}) {
  return (
    <section
      className="meters"
      aria-label={label}
      style={{ gridTemplateColumns: `${wideFirst}fr`, gridAutoColumns: '1fr' }}
    >
      {children}
    </section>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Behind the value: 家, 家，均有理由, 9/39. */
  readonly unit?: ReactNode;
}

/** Figures under a sentence, with hairlines between: 名录底数 排除 可抽 抽取 每家抽中机会. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>
            {fact.value}
            {fact.unit !== undefined && <small>{fact.unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The one sentence a panel opens with, 16 px: 从全县…名录41家中，排除2家，…. */
export function Sentence({ children }: { readonly children: ReactNode }) {
  return <p className="sentence">{children}</p>;
}
