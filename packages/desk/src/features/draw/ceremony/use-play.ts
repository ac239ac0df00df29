import { useEffect, useState } from 'react';

/** Steps of the picture: 0 in roster order, 1 sorted, 2 the cut-off line, 3 filled, then one name after another. */
export const firstName = 4;
const pauses: readonly number[] = [900, 1900, 700, 700];
const betweenNames = 600;

/**
 * Plays an already fixed result. Whoever opens the page later sees the end at once, and so does a reader who wants no
 * motion. Space pauses, ← and → step.
 */
export function usePlay(names: number, fromStart: boolean): number {
  const last = firstName + names - 1;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [step, setStep] = useState(fromStart && !still ? 0 : last);
  const [paused, setPaused] = useState(false);
  useEffect(() => {
    if (paused || step >= last) return;
    const timer = setTimeout(() => setStep((now) => now + 1), pauses[step] ?? betweenNames);
    return () => clearTimeout(timer);
  }, [step, paused, last]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === ' ') setPaused((now) => !now);
      else if (event.key === 'ArrowRight') setStep((now) => Math.min(last, now + 1));
      else if (event.key === 'ArrowLeft') setStep((now) => Math.max(0, now - 1));
      else return;
      if (event.key !== ' ') setPaused(true);
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [last]);
  return step;
}
