import type { ReactNode } from 'react';
import { Link } from '../address/link.tsx';
import { Icon } from './icon.tsx';
import { type SealCharacter, Seal } from './seal.tsx';
import { StateIcon, type StateKind } from './state.tsx';
import './steps.css';

export interface Step {
  readonly name: string;
  /** One figure: 133家, 4项任务, 本计划未用. */
  readonly figure?: string;
  readonly state: StateKind;
  readonly current?: boolean;
  /** Address of the step, when it can be opened. */
  readonly to?: string;
}

/** 步骤条: the stages of the thing, under the page title. */
export function Steps({ label, steps }: { readonly label: string; readonly steps: readonly Step[] }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => {
        const content = (
          <>
            <StateIcon kind={step.state} />
            {step.name}
            {step.figure !== undefined && <small>{step.figure}</small>}
          </>
        );
        return (
          <li key={step.name} aria-current={step.current === true ? 'step' : undefined}>
            {step.to === undefined ? content : <Link to={step.to}>{content}</Link>}
          </li>
        );
      })}
    </ol>
  );
}

export interface Gate {
  readonly name: string;
  /** Settled: its seal. Otherwise the number of the gate is shown, filled when it is the present one. */
  readonly seal?: SealCharacter;
  readonly now?: boolean;
  /** Passed without a seal of its own (收齐随机数): a tick stands in the box. */
  readonly settled?: boolean;
  /** Two lines: time and person, or what the gate asks for. */
  readonly lines: readonly ReactNode[];
}

/** 关口: the seven gates of a draw, each with seal, time and person. */
export function Gates({ label, gates }: { readonly label: string; readonly gates: readonly Gate[] }) {
  return (
    <ol className="gates" aria-label={label}>
      {gates.map((gate, index) => (
        <li
          key={gate.name}
          className={gate.now === true ? 'now' : gate.seal === undefined && gate.settled !== true ? 'todo' : ''}
          aria-current={gate.now === true ? 'step' : undefined}
        >
          <GateMark gate={gate} place={index + 1} />
          <h3>{gate.name}</h3>
          <p>
            {gate.lines.map((line, place) => (
              // The lines of a gate are fixed in number and order.
              <span key={place}>{line}</span>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}

function GateMark({ gate, place }: { readonly gate: Gate; readonly place: number }) {
  if (gate.seal !== undefined) return <Seal character={gate.seal} size="gate" />;
  if (gate.settled === true) {
    return (
      <i className="seal gate settled" role="img" aria-label="已过">
        <Icon name="check" />
      </i>
    );
  }
  return (
    <i className={`seal gate ${gate.now === true ? 'now' : 'open'}`} aria-hidden="true">
      {place}
    </i>
  );
}

/** 办到哪一步: small bars under a word, for table rows: settled, present, returned, to come. */
export function StepBars({ steps }: { readonly steps: readonly ('settled' | 'present' | 'returned' | 'to-come')[] }) {
  return (
    <span className="step-bars" aria-hidden="true">
      {steps.map((step, place) => (
        <i key={place} className={step} />
      ))}
    </span>
  );
}
