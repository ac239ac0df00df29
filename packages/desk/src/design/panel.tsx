import { Children, type ReactNode, useEffect } from 'react';
import { Icon } from './icon.tsx';
import './panel.css';
import { useSay } from './words.tsx';

interface PanelProps {
  readonly title?: string;
  /** Stands behind the title in ink-2: what the panel says, counts, a column that holds one value throughout. */
  readonly sub?: ReactNode;
  /** At the right of the head: a `<ClauseChip>` or small buttons. */
  readonly right?: ReactNode;
  /** `aside` for what stands beside the main column. */
  readonly as?: 'section' | 'aside';
  /** `padded`: text; without it the content (a table, a list) reaches the border. */
  readonly padded?: boolean;
  readonly label?: string;
  /** A pane beside a list: a cross at the right of the head closes it, and so does Esc. */
  readonly onClose?: () => void;
  readonly children?: ReactNode;
}

/** A region with hairlines inside; panels are never nested. */
export function Panel({
  title: words,
  sub,
  right,
  as: Tag = 'section',
  padded = false,
  label,
  onClose,
  children,
}: PanelProps) {
  useEscape(onClose);
  const say = useSay();
  const title = words === undefined ? undefined : say(words);
  return (
    <Tag className="panel" aria-label={label === undefined ? title : say(label)}>
      {title !== undefined && (
        <header>
          <h2>{title}</h2>
          {sub !== undefined && <span className="panel-sub">{typeof sub === 'string' ? say(sub) : sub}</span>}
          {(right !== undefined || onClose !== undefined) && (
            <span className="panel-right">
              {right}
              {onClose !== undefined && (
                <button type="button" className="panel-close" aria-label={`收起${title}`} onClick={onClose}>
                  <Icon name="cross" />
                </button>
              )}
            </span>
          )}
        </header>
      )}
      {padded ? <div className="panel-body">{children}</div> : children}
    </Tag>
  );
}

function useEscape(onClose: (() => void) | undefined) {
  useEffect(() => {
    if (onClose === undefined) return;
    const listen = (event: KeyboardEvent) => {
      // A dialog or a list that is open on top takes the key first.
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('dialog[open]') === null)
        onClose();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onClose]);
}

/** A part of a panel, parted from the next by a hairline (the pane beside a list). */
export function Block({
  title,
  right,
  children,
}: {
  readonly title?: ReactNode;
  readonly right?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="block">
      {title !== undefined && (
        <h3>
          <span>{title}</span>
          {right}
        </h3>
      )}
      {children}
    </div>
  );
}

/** The content under the page head: one column. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className="page-stack">{children}</div>;
}

interface ColumnsProps {
  readonly side?: 372 | 388 | 396;
  /** The second column (`main`: the first) stays in view beside one that is longer than the window. */
  readonly stays?: boolean | 'main';
  readonly children: ReactNode;
}

/**
 * Main column and a column beside it: 388 px for findings, 396 for a pane, 372 for checks.
 * The first child is the main column, the second the side; below 1366 px the side folds under it.
 */
export function Columns({ side = 388, stays = false, children }: ColumnsProps) {
  const [main, ...rest] = Children.toArray(children);
  return (
    <div className={`columns side-${side}`}>
      <div className={stays === 'main' ? 'column stays' : 'column'}>{main}</div>
      {rest.length > 0 && <div className={stays === true ? 'column stays' : 'column'}>{rest}</div>}
    </div>
  );
}

/** Panels above each other inside one column of `<Columns>`. */
export function Column({ children }: { readonly children: ReactNode }) {
  return <div className="column">{children}</div>;
}

/** Names and values, one a line: what the public will see, the particulars of a record. */
export function Particulars({ rows }: { readonly rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  const say = useSay();
  return (
    <dl className="particulars">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
