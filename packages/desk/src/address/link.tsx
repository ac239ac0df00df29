import { Link as RouterLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { parseSearch } from './address.ts';

/** A link to another page of the desk: `<Link to="/draw/0190…?row=3">`. `button` gives it the look of a plain button. */
export function Link({
  to,
  button,
  label,
  onPress,
  children,
}: {
  readonly to: string;
  readonly button?: 'plain' | 'small' | 'main' | undefined;
  readonly label?: string | undefined;
  /** Called before the page is opened (to close what the link stands in). */
  readonly onPress?: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const [path = '/', query = ''] = to.split('?');
  const className = button === undefined ? 'link' : `button ${button}`;
  return (
    <RouterLink to={path} search={parseSearch(query)} className={className} aria-label={label} onClick={onPress}>
      {children}
    </RouterLink>
  );
}
