import type { CeremonyLot, CeremonyNews, CeremonySource, CeremonyStratum, PortalCeremony } from '@mingchou/contract';
import type { Room } from '../src/ceremony/head.ts';
import { html } from '../src/html.ts';

/** Made-up ceremonies; each builder gives one that waits for its opening. */
export const source = (change: Partial<CeremonySource> = {}): CeremonySource => ({
  ...{
    kind: 'dice',
    name: '十面骰子20位',
    about: '',
    digits: 20,
    sealed: null,
    value: null,
    stands: false,
    due: null,
    typing: false,
  },
  ...{ typedBy: null, confirmedBy: null, at: null, replaced: [] },
  ...change,
});

export const dice = (change: Partial<CeremonySource> = {}) =>
  source({ value: '40719365028841736259', typedBy: '何书', ...change });

export const confirmedDice = (change: Partial<CeremonySource> = {}) =>
  dice({ confirmedBy: '施核', stands: true, at: '2022-04-06T02:01:00Z', ...change });

export const witness = (name: string, change: Partial<CeremonySource> = {}) =>
  source({ kind: 'witness', name, about: '县纪委监委派驻组', digits: null, sealed: 'ab'.repeat(32), ...change });

export const revealed = (name: string) =>
  witness(name, { value: '5e0c27a94d18b6f3a27f90c3e1d84b65', stands: true, at: '2022-04-06T02:06:38Z' });

export const lot = (place: number, change: Partial<CeremonyLot> = {}): CeremonyLot => ({
  name: `第${place}字号加油站`,
  position: place,
  ticket: (place * 0x06000000).toString(16).padStart(8, '0'),
  outcome: place <= 9 ? 'selected' : place <= 12 ? 'reserve' : 'not-selected',
  ...change,
});

export const lots = (count: number) => Array.from({ length: count }, (_, at) => lot(at + 1));

export const stratum = (change: Partial<CeremonyStratum> = {}): CeremonyStratum => ({
  ...{ code: 'chem', name: '危险化学品', eligible: 39, size: 9, reserves: 3, lots: [], rest: [], plain: true },
  ...change,
});

export const ceremony = (change: Partial<PortalCeremony> = {}): PortalCeremony => ({
  ...{ drawNo: 2, year: 2022, objects: '危险化学品生产经营企业', version: 7, status: 'committed', operator: '何书' },
  frozenAt: '2022-04-01T08:20:00Z',
  commitment: { hash: '5ff3bb476c3196a5'.repeat(4), at: '2022-04-02T01:00:00Z', logIndex: 36 },
  openAt: '2022-04-06T02:00:00Z',
  sources: [source(), witness('张见'), witness('孔证')],
  strata: [stratum()],
  ...{ drawn: null, interrupted: null, voided: null },
  ...change,
});

export const drawn = (change: Partial<PortalCeremony> = {}): PortalCeremony =>
  ceremony({
    status: 'drawn',
    sources: [confirmedDice(), revealed('张见'), revealed('孔证')],
    strata: [stratum({ lots: lots(39) })],
    drawn: { at: '2022-04-06T02:06:41Z', by: '何书', seed: '4267f408'.repeat(8) },
    ...change,
  });

export const news = (view: PortalCeremony, now = '2022-04-06T02:07:00Z'): CeremonyNews => ({ now, view });

export const room = (): Room => ({
  bureauName: '长子县应急管理局',
  demonstration: true,
  drawHref: '/b/changzi/draws/2',
  qr: { live: html`<svg></svg>`, recompute: html`<svg></svg>` },
});
