import type { DrawView } from '@mingchou/contract';
import { useState } from 'react';

const seldom = 20_000;
const calm: readonly DrawView['status'][] = ['drawn', 'dispatched', 'voided'];

/**
 * How often a page asks for its draw. Witnesses seal and reveal and a second person confirms, all on other devices,
 * so it asks often while numbers come in, and seldom once the result stands.
 */
export function usePace(often = 2000): {
  readonly every: number;
  readonly follow: (status: DrawView['status'] | undefined) => void;
} {
  const [settled, setSettled] = useState(false);
  const follow = (status: DrawView['status'] | undefined) => {
    const now = status !== undefined && calm.includes(status);
    // State set while rendering, guarded: React renders once more with it and does not paint the old.
    if (now !== settled) setSettled(now);
  };
  return { every: settled ? seldom : often, follow };
}
