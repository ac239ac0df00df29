import '../portal.css';
import { otherCommitmentHtml, reportHtml, unreadableHtml } from '../report.ts';
import { selfCheckOfZip } from '../self-check.ts';
import type { Html } from '../html.ts';
import { checkOwn } from './own-check.ts';
import { type Answered, type Asked, recompute } from './worker.ts';

/**
 * The part of a draw's page that runs in the reader's browser. Everything it needs is fetched when the page opens;
 * after that it asks nobody for anything and sends nothing anywhere.
 */
const own = document.querySelector<HTMLElement>('[data-own]');
if (own !== null) void checkOwn(own);

const box = document.querySelector<HTMLElement>('[data-verdict]');
if (box !== null) void begin(box);

interface Ready {
  readonly box: HTMLElement;
  readonly zip: Uint8Array;
  readonly worker: Worker;
}

async function begin(verdict: HTMLElement): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  const zip = await fetchBundle(verdict.dataset['bundle'] ?? '');
  if (zip === undefined) {
    show(verdict, 'failed', unreadableHtml('证据包没有取到，不能重算。请刷新网页，或者换一个网络再试。'));
    return;
  }
  const ready = { box: verdict, zip, worker };
  offerRecomputing(ready);
  offerSelfCheck(ready);
}

async function fetchBundle(address: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

function offerRecomputing(ready: Ready): void {
  const button = ready.box.querySelector<HTMLButtonElement>('[data-recompute]');
  if (button === null) return;
  button.hidden = false;
  // Whoever scanned the code in the room has asked already.
  if (window.location.hash === '#recompute') setTimeout(() => button.click());
  button.addEventListener('click', () => {
    button.disabled = true;
    button.textContent = '正在重算…';
    void recomputeInWorker(ready).then((answered) => {
      showAnswer(ready, answered);
      button.disabled = false;
      button.textContent = '在我的浏览器里再算一遍';
    });
  });
}

function recomputeInWorker({ box: verdict, worker, zip }: Ready): Promise<Answered> {
  const logKeys = (verdict.dataset['logKeys'] ?? '').split(' ').filter((key) => key !== '');
  const asked: Asked = { zip, logKeys };
  return new Promise((resolve) => {
    worker.onmessage = (event: MessageEvent<Answered>) => resolve(event.data);
    // Where workers are forbidden the page computes itself; a draw of a county takes a blink.
    worker.onerror = () => resolve(recompute(asked));
    worker.postMessage(asked);
  });
}

function showAnswer({ box: verdict }: Ready, answered: Answered): void {
  if (answered.kind === 'unreadable') {
    show(verdict, 'failed', unreadableHtml(answered.why));
    return;
  }
  const { report, milliseconds } = answered;
  const shown = verdict.dataset['commitment'] ?? '';
  if (report.commitment !== shown) {
    show(verdict, 'failed', otherCommitmentHtml(shown, report.commitment));
    return;
  }
  const seconds = Math.max(0.01, milliseconds / 1000).toFixed(2);
  show(verdict, report.verdict === 'failed' ? 'failed' : 'passed', reportHtml(report, seconds));
}

function show(verdict: HTMLElement, look: 'passed' | 'failed', content: Html): void {
  verdict.classList.remove('passed', 'failed');
  verdict.classList.add(look);
  const report = verdict.querySelector('[data-report]');
  // Escaped where it was made (html.ts); the bundle's own words are data there.
  if (report !== null) report.innerHTML = content.markup;
}

/** 自查 without the server: the code that was typed stays in this browser. */
function offerSelfCheck({ zip }: Ready): void {
  const form = document.querySelector<HTMLFormElement>('[data-self-check]');
  const answer = document.querySelector('[data-self-answer]');
  const input = form?.querySelector<HTMLInputElement>('input[name="code"]') ?? null;
  if (form === null || answer === null || input === null) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer.innerHTML = selfCheckOfZip(zip, input.value, form.dataset['key'] ?? '').markup;
  });
}
