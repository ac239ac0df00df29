import { type Frame, pauseAfter } from '../ceremony/play.ts';
import { lineLook } from '../ceremony/result.ts';

/** Unfolds a fixed result frame by frame: space pauses, ← and → step. */
export interface Player {
  readonly frame: () => Frame | undefined;
  readonly start: () => void;
  readonly press: (event: KeyboardEvent) => void;
}

export function playerOf(frames: readonly Frame[], stage: HTMLElement, redraw: () => void, fromStart: boolean): Player {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  let at = fromStart && !still ? 0 : frames.length - 1;
  let paused = false;
  let timer: number | undefined;

  const go = (next: number) => {
    const [before, frame] = [frames[at], frames[next]];
    if (frame === undefined) return;
    at = next;
    if (frame.stratum === before?.stratum) apply(stage, frame);
    else redraw();
    wait();
  };
  const wait = () => {
    window.clearTimeout(timer);
    if (!paused && at < frames.length - 1) timer = window.setTimeout(() => go(at + 1), pauseAfter(frames, at));
  };
  return {
    frame: () => frames[at],
    start: wait,
    press: (event) => {
      if (event.key === ' ') paused = !paused;
      else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
        paused = true;
        go(event.key === 'ArrowRight' ? at + 1 : at - 1);
      } else return;
      event.preventDefault();
      wait();
    },
  };
}

/** Changes what stands, so that the lots move from where they are. */
function apply(stage: HTMLElement, { phase, names }: Frame): void {
  const picture = stage.querySelector<HTMLElement>('[data-picture]');
  if (picture !== null) picture.dataset['phase'] = phase;
  const lines = [...stage.querySelectorAll('[data-names] > li')];
  for (const [place, line] of lines.entries()) line.className = lineLook(place, names, lines.length);
  stage.querySelector('[data-reserves]')?.classList.toggle('to-come', names < lines.length);
}
