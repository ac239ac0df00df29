import type { ReactNode } from 'react';
import { Icon, type IconName, type Tone } from './icon.tsx';
import './state.css';

/**
 * What a state means; shape, colour and words all differ, so it survives greyscale.
 * not-begun 未开始 · waiting 待吕审审批 · mine 请您复核 · soon 今天到期 · late 已超、矛盾、不符合 · done 相符、已公示 ·
 * none 不涉及、未核 · returned 退回 · withdrawn 已撤回 · terminated 已终止 · draft 草稿 · locked 已封存
 * (a void draw wears the seal 废 instead).
 */
export type StateKind =
  | 'not-begun'
  | 'waiting'
  | 'mine'
  | 'soon'
  | 'late'
  | 'done'
  | 'none'
  | 'returned'
  | 'withdrawn'
  | 'terminated'
  | 'draft'
  | 'locked'
  | 'info';

const looks: Readonly<Record<StateKind, { readonly icon: IconName; readonly tone?: Tone }>> = {
  'not-begun': { icon: 'ring' },
  waiting: { icon: 'clock', tone: 'dye' },
  mine: { icon: 'dot', tone: 'dye' },
  soon: { icon: 'triangle', tone: 'soon' },
  late: { icon: 'octagon', tone: 'late' },
  done: { icon: 'tick', tone: 'done' },
  none: { icon: 'dash' },
  returned: { icon: 'back', tone: 'late' },
  withdrawn: { icon: 'pullBack' },
  terminated: { icon: 'square' },
  draft: { icon: 'pen' },
  locked: { icon: 'lock', tone: 'done' },
  info: { icon: 'info' },
};

/** State with its word, on a tint: `<StateTag kind="waiting">待吕审审批</StateTag>`. */
export function StateTag({ kind, children }: { readonly kind: StateKind; readonly children: ReactNode }) {
  const { icon, tone } = looks[kind];
  return (
    <span className={`state-tag ${tone ?? ''}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}

/** The same without a ground, for table cells and sentences; `strong` for the first thing to read in a row. */
export function StateText({
  kind,
  strong = false,
  children,
}: {
  readonly kind: StateKind;
  readonly strong?: boolean;
  readonly children: ReactNode;
}) {
  const { icon, tone } = looks[kind];
  const text = (
    <>
      <Icon name={icon} tone={kind === 'done' && !strong ? 'done' : tone} /> {children}
    </>
  );
  const className = `state-text ${tone === undefined ? '' : `tone-${tone}`}`;
  return strong ? <b className={className}>{text}</b> : <span className={className}>{text}</span>;
}

/** Only the shape, for places where the word stands already (step bars). */
export function StateIcon({ kind }: { readonly kind: StateKind }) {
  const { icon, tone } = looks[kind];
  return <Icon name={icon} tone={tone} />;
}
