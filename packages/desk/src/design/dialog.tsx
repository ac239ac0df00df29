import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import './dialog.css';
import { Icon } from './icon.tsx';

interface DialogProps {
  readonly open: boolean;
  /** The question its buttons answer (作废第2号抽签？) or the thing it is about. */
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: number;
  readonly children: ReactNode;
}

/**
 * A window on top of the page; at most five fields, otherwise it is a page. The browser's own `<dialog>` traps the focus,
 * returns it and closes on Esc. What stands inside is forgotten when it closes.
 */
export function Dialog({ open, ...dialog }: DialogProps) {
  return open ? createPortal(<OpenDialog {...dialog} />, document.body) : null;
}

function OpenDialog({ title, onClose, width = 560, children }: Omit<DialogProps, 'open'>) {
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('input, select, textarea, .button')?.focus();
    // Closed before it leaves the page, so that the focus goes back to where it came from.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className="dialog"
      style={{ width }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A file chooser inside that is left without a choice says "cancel" too, and means only itself.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <button type="button" aria-label="关闭" onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** The answers at the foot of a dialog: the plain ones first, the filled one last. */
export function DialogAnswers({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-answers">{children}</div>;
}
