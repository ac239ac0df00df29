import type { CeremonyNews } from '@mingchou/contract';
import '../ceremony.css';
import { ceremonyBody } from '../ceremony/body.ts';
import type { Room } from '../ceremony/head.ts';
import { framesOf, playsFromStart } from '../ceremony/play.ts';
import { secondsLeft, stageOf } from '../ceremony/stage.ts';
import { leftText, secondText, spokenOf } from '../ceremony/words.ts';
import { trusted } from '../html.ts';
import { followNews } from './ceremony-news.ts';
import { type Player, playerOf } from './ceremony-player.ts';

/** Keeps the picture true: the clock runs, each piece of news is shown as the server would show it, a result unfolds. */
const place = document.querySelector<HTMLElement>('[data-ceremony]');
if (place !== null) begin(place);

function begin(stage: HTMLElement): void {
  const room = roomOf(stage);
  const onScreen = document.documentElement.classList.contains('screen');
  let news = JSON.parse(stage.dataset['news'] ?? '') as CeremonyNews;
  let heardAt = performance.now();
  let shownStage = stageOf(news);
  let player: Player | undefined;
  const now = () => new Date(Date.parse(news.now) + performance.now() - heardAt).toISOString();

  const draw = () => {
    const here = { now: now(), view: news.view };
    const focused = document.activeElement?.closest('.go') !== null && document.activeElement?.tagName === 'A';
    shownStage = stageOf(here);
    stage.innerHTML = ceremonyBody(room, here, player?.frame()).markup;
    if (focused) stage.querySelector<HTMLElement>('.go a')?.focus();
    const keys = stage.querySelector<HTMLElement>('[data-keys]');
    if (keys !== null) keys.hidden = !onScreen;
    say(spokenOf(here));
  };
  const show = (fromStart: boolean) => {
    const { drawn, strata, voided } = news.view;
    if (drawn === null || voided !== null) player = undefined;
    else player ??= playerOf(framesOf(strata), stage, draw, fromStart);
    draw();
    player?.start();
  };
  const receive = (fresh: CeremonyNews) => {
    const wasDrawn = news.view.drawn !== null;
    news = fresh;
    heardAt = performance.now();
    // Who saw the numbers come in sees the result unfold; who comes later sees it whole.
    show(!wasDrawn || (fresh.view.drawn !== null && playsFromStart(fresh.now, fresh.view.drawn.at)));
  };
  const setTime = (at: string) => {
    news = { ...news, now: at };
    heardAt = performance.now();
  };

  show(news.view.drawn !== null && playsFromStart(news.now, news.view.drawn.at));
  setInterval(() => {
    const at = now();
    setText(stage, '[data-clock]', secondText(at));
    setText(stage, '[data-countdown]', `还有${leftText(secondsLeft(at, news.view.openAt))}`);
    if (stageOf({ now: at, view: news.view }) !== shownStage) draw();
  }, 250);
  if (onScreen) document.addEventListener('keydown', (event) => player?.press(event));
  followNews(stage.dataset['events'] ?? '', stage.dataset['state'] ?? '', {
    receive,
    setTime,
    lost: (is) => {
      const line = stage.querySelector<HTMLElement>('[data-lost]');
      if (line !== null) line.hidden = !is;
    },
  });
}

function roomOf(stage: HTMLElement): Room {
  const qr = (name: string) => trusted(document.querySelector(`template[data-qr="${name}"]`)?.innerHTML ?? '');
  return {
    bureauName: stage.dataset['bureau'] ?? '',
    demonstration: 'demonstration' in stage.dataset,
    drawHref: stage.dataset['draw'] ?? '',
    qr: { live: qr('live'), recompute: qr('recompute') },
  };
}

function setText(stage: HTMLElement, selector: string, text: string): void {
  const element = stage.querySelector(selector);
  if (element !== null && element.textContent !== text) element.textContent = text;
}

/** A live region speaks when its text changes, and only then. */
function say(text: string): void {
  const spoken = document.querySelector('[data-spoken]');
  if (spoken !== null && spoken.textContent !== text) spoken.textContent = text;
}
