import type { ReactNode } from 'react';
import './button.css';
import { Icon, type IconName } from './icon.tsx';
import { useSay } from './words.tsx';

interface ButtonProps {
  /** Verb + noun, with the count if plural: 派发9户. Never 确定, 提交, 操作. */
  readonly children: ReactNode;
  /** `main` is the one filled button of a page; `small` stands in rows and panels; `text` has no border. */
  readonly look?: 'plain' | 'main' | 'small' | 'text';
  readonly icon?: IconName;
  readonly onPress?: (() => void) | undefined;
  /** Under way: pressing again does nothing. */
  readonly busy?: boolean;
  /** Why it cannot be pressed now. It stands beside the button (or on it, as `10:00后可录入`, with `reasonOnButton`). */
  readonly reason?: string | undefined;
  /** Where the reason is mended: makes the reason a link. */
  readonly onReason?: (() => void) | undefined;
  readonly reasonOnButton?: boolean;
  readonly submits?: boolean;
  /** What a screen reader hears when the visible words need their row: 选择月字号加油站. */
  readonly label?: string;
}

/** A button; without `reason` it can always be pressed. There is no disabled button without its reason beside it. */
export function Button(props: ButtonProps) {
  const { look = 'plain', icon, onPress, busy = false, onReason, reasonOnButton = false, submits = false } = props;
  const say = useSay();
  const reason = props.reason === undefined ? undefined : say(props.reason);
  const blocked = reason !== undefined;
  const button = (
    <button
      type={submits ? 'submit' : 'button'}
      className={`button ${look}`}
      aria-disabled={blocked || busy}
      aria-label={props.label}
      data-busy={busy || undefined}
      onClick={(event) => {
        if (blocked || busy) event.preventDefault();
        else onPress?.();
      }}
    >
      {blocked && reasonOnButton ? <Icon name="lock" /> : icon !== undefined && <Icon name={icon} />}
      {blocked && reasonOnButton ? reason : props.children}
    </button>
  );
  if (!blocked || reasonOnButton) return button;
  return (
    <span className="button-with-reason">
      <span className="button-reason tone-late">
        <Icon name="octagon" />{' '}
        {onReason === undefined ? (
          reason
        ) : (
          <button type="button" className="link inherit" onClick={onReason}>
            {reason}
          </button>
        )}
      </span>
      {button}
    </span>
  );
}
