import type { CeremonyNews, CeremonySource, CeremonyStratum, PortalCeremony } from '@mingchou/contract';
import { html, type Html } from '../html.ts';
import { isWhole } from './play.ts';
import { stageOf, sum } from './stage.ts';

const shanghai = 8 * 3_600_000;

/** 10:06:41 in Asia/Shanghai. */
export function secondText(instant: string): string {
  return new Date(Date.parse(instant) + shanghai).toISOString().slice(11, 19);
}

/** 3天2小时, 1小时05分, 18分03秒 */
export function leftText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24];
  const [minutes, rest] = [Math.floor(seconds / 60) % 60, seconds % 60];
  if (days > 0) return `${String(days)}天${String(hours)}小时`;
  return hours > 0 ? `${String(hours)}小时${two(minutes)}分` : `${String(minutes)}分${two(rest)}秒`;
}

export function groupsOf(hex: string, size = 4): readonly string[] {
  return hex.match(new RegExp(`.{1,${String(size)}}`, 'g')) ?? [];
}

/** All groups of four; the first two are what people compare aloud. */
export function wholeHash(hex: string): Html {
  const groups = groupsOf(hex);
  return html`<span><b>${groups.slice(0, 2).join(' ')}</b> ${groups.slice(2, 8).join(' ')}</span> <span>${groups.slice(8).join(' ')}</span>`;
}

/** The first 16 characters and the last 12 of a long hash, what is short whole, on two lines. */
export function shortHash(hex: string): Html {
  const groups = groupsOf(hex);
  const second = groups.length > 8 ? ['…', ...groups.slice(-3)] : groups.slice(4);
  return html`${groups.slice(0, 4).join(' ')}<br>${second.join(' ')}`;
}

/** 40719 36502 88417 36259; numbers of a lottery with spaces; hex in groups of four. */
export function valueOf({ kind, value }: CeremonySource): string {
  if (value === null) return '';
  if (kind === 'dice') return groupsOf(value, 5).join(' ');
  return kind === 'lottery' ? value.replace(/,/g, ' ') : groupsOf(value).join(' ');
}

export function witnessesOf(view: PortalCeremony): readonly CeremonySource[] {
  return view.sources.filter(({ kind }) => kind === 'witness');
}

/** 39家可抽，抽9家 */
export function announcedText({ strata }: PortalCeremony): string {
  const [eligible, size] = [sum(strata.map((one) => one.eligible)), sum(strata.map((one) => one.size))];
  if (strata.length > 0 && strata.every(isWhole)) return `${String(eligible)}家全部检查，抽签只定先后`;
  const kinds = strata.length > 1 ? `，分${String(strata.length)}类` : '';
  return `${String(eligible)}家可抽，抽${String(size)}家${kinds}`;
}

/** 9/39＝23.1% */
export function chanceText({ size, eligible }: CeremonyStratum): string {
  const percent = Math.round((size * 1000) / Math.max(1, eligible)) / 10;
  return `${String(size)}/${String(eligible)}＝${percent.toFixed(1)}%`;
}

/** What a person who hears the page is told when it changes; the whole is there to be read. */
export function spokenOf(news: CeremonyNews): string {
  const { view } = news;
  switch (stageOf(news)) {
    case 'waiting':
      return '承诺已公开，等待开启。';
    case 'collecting':
    case 'complete':
      return `${view.sources.map(heardOf).join('，')}。`;
    case 'drawn':
      return view.strata.every(isWhole)
        ? '已开签，全部检查，抽的是次序，名单在下面。'
        : `已开签，抽中${String(sum(view.strata.map(({ size }) => size)))}家，名单在下面。`;
    case 'voided':
      return '本次抽签已作废。';
  }
}

function heardOf(source: CeremonySource): string {
  if (source.stands) return `${source.name}已到`;
  // Twenty digits are not read out one by one.
  return source.value === null || source.typing ? `${source.name}未到` : `${source.name}已录入，待复核`;
}
