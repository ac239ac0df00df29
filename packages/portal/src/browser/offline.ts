import '../portal.css';
import { html } from '../html.ts';
import { reportHtml, unreadableHtml } from '../report.ts';
import { selfCheckOfZip } from '../self-check.ts';
import { recompute } from './worker.ts';

/** The single-file verifier: opened from the disk, without a network, it checks a bundle the reader picks. */
const picker = document.querySelector<HTMLInputElement>('#bundle');
const report = document.querySelector<HTMLElement>('#report');
const asked = document.querySelector<HTMLFormElement>('#ask');
const answer = document.querySelector<HTMLElement>('#answer');
let picked: Uint8Array | undefined;

picker?.addEventListener('change', () => {
  void check(picker.files?.[0]);
});

async function check(file: File | undefined): Promise<void> {
  if (file === undefined || report === null) return;
  picked = new Uint8Array(await file.arrayBuffer());
  const answered = recompute({ zip: picked, logKeys: keysTyped() });
  const failed = answered.kind === 'unreadable' || answered.report.verdict === 'failed';
  report.className = failed ? 'ver failed' : 'ver passed';
  const content =
    answered.kind === 'unreadable'
      ? unreadableHtml(answered.why)
      : html`${reportHtml(answered.report, Math.max(0.01, answered.milliseconds / 1000).toFixed(2))}<p class="hint">证据包里的承诺，请与公布的逐字对照：</p><p class="calc">${answered.report.commitment ?? '读不出来'}</p>`;
  report.innerHTML = content.markup;
  if (asked !== null) asked.hidden = answered.kind === 'unreadable';
}

/** What the reader got from the bureau's notice; without it the log's signature stays unchecked. */
function keysTyped(): readonly string[] {
  const typed = document.querySelector<HTMLInputElement>('#log-key')?.value ?? '';
  return typed.split(/\s+/).filter((key) => key !== '');
}

asked?.addEventListener('submit', (event) => {
  event.preventDefault();
  const code = asked.querySelector<HTMLInputElement>('input')?.value ?? '';
  if (answer !== null && picked !== undefined) answer.innerHTML = selfCheckOfZip(picked, code, '抽取钥匙').markup;
});
