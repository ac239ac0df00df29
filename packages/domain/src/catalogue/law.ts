import type { CalendarDate } from '../time.ts';
import type { LegalBasis } from './item.ts';
import { basisFrom, basisText } from './item.ts';

/** 法律文件的一个版本: one edition of a law, regulation or standard, with the days between which it stands. */
export interface LawEdition {
  readonly title: string;
  /** 文号; '' where the edition is known without one. */
  readonly number: string;
  /** 修正: 2021年第三次修正; '' for the text as first issued. */
  readonly revision: string;
  /** First day in force; null where nobody has looked it up. */
  readonly from: CalendarDate | null;
  /** Last day in force; null while it stands. */
  readonly to: CalendarDate | null;
  readonly status: LawStatus;
  /** What came in its place. */
  readonly successor: string | null;
  /** Whether somebody compared this with the paper itself. */
  readonly verified: boolean;
  readonly source: string;
}

export const lawStatuses = ['in-force', 'repealed', 'superseded'] as const;
export type LawStatus = (typeof lawStatuses)[number];
export const lawStatusTerms: Readonly<Record<LawStatus, string>> = {
  'in-force': '现行',
  repealed: '已废止',
  superseded: '已有新版',
};

/** What a citation is worth on a day. `unverified`: in force as far as an unread source says. */
export type BasisStanding =
  | { readonly kind: 'current'; readonly edition: LawEdition }
  | { readonly kind: 'unverified'; readonly edition: LawEdition }
  | { readonly kind: 'not-yet'; readonly edition: LawEdition; readonly from: CalendarDate }
  /** `edition` is the one cited or, where the library does not hold that, the later one that shows it to be past. */
  | { readonly kind: 'repealed' | 'superseded'; readonly edition: LawEdition; readonly instead: string | null }
  /** The library does not hold it, which says nothing against the citation. */
  | { readonly kind: 'unlisted' };

/** 《安全生产法》 and 中华人民共和国安全生产法 are one title. */
export function plainTitle(title: string): string {
  return title.replaceAll(/[《》\s]/g, '').replace(/^中华人民共和国/, '');
}

/** Documents write brackets now full and now half as wide. */
const lettersOf = (title: string): string => plainTitle(title).replaceAll('(', '（').replaceAll(')', '）');

/** An edition's identity in the library. */
export function lawKey({ title, number, revision }: Pick<LawEdition, 'title' | 'number' | 'revision'>): string {
  return [plainTitle(title), number, revision].join('|');
}

/** 依据是否现行 — judges a citation on a day against the library; the order of the library does not matter. */
export function judgeBasis(library: readonly LawEdition[], basis: LegalBasis, on: CalendarDate): BasisStanding {
  const editions = library.filter(({ title }) => lettersOf(title) === lettersOf(basis.title));
  const edition = citedEdition(editions, basis, on);
  if (edition === undefined) return judgeUnlisted(editions, basis, on);
  const newer = newerEdition(editions, edition, on);
  if (hasEnded(edition, on) || newer !== undefined) {
    const repealed = hasEnded(edition, on) && edition.status === 'repealed';
    const instead = edition.successor ?? (newer === undefined ? null : editionText(newer));
    return { kind: repealed ? 'repealed' : 'superseded', edition, instead };
  }
  if (edition.from !== null && edition.from > on) return { kind: 'not-yet', edition, from: edition.from };
  return { kind: edition.verified ? 'current' : 'unverified', edition };
}

/** An edition that the library does not hold is past when it holds a later one that is in force. */
function judgeUnlisted(editions: readonly LawEdition[], basis: LegalBasis, on: CalendarDate): BasisStanding {
  const cited = yearOf(basis.revision);
  const later = editions.find((edition) => {
    const year = yearOf(edition.revision);
    return isInForce(edition, on) && cited !== null && year !== null && year > cited;
  });
  if (later === undefined) return { kind: 'unlisted' };
  return { kind: 'superseded', edition: later, instead: editionText(later) };
}

/** 2015 of 「2013年8月29日第一次修正，2015年5月29日第二次修正」: an edition is told by its latest year. */
function yearOf(revision: string): string | null {
  return (
    [...revision.matchAll(/(?:19|20)\d{2}/g)]
      .map(([year]) => year)
      .sort()
      .at(-1) ?? null
  );
}

const sameYear = (one: string, other: string): boolean => yearOf(one) !== null && yearOf(one) === yearOf(other);

/** Which edition is meant: the one named, or, where only the title is cited, the one in force on the day. */
function citedEdition(editions: readonly LawEdition[], basis: LegalBasis, on: CalendarDate): LawEdition | undefined {
  const newestFirst = [...editions].sort((a, b) => (order(a) < order(b) ? 1 : -1));
  if (basis.number === '' && basis.revision === '') {
    return newestFirst.find((edition) => isInForce(edition, on)) ?? newestFirst[0];
  }
  const fitting = newestFirst.filter(
    ({ number, revision }) =>
      (basis.number === '' || number === '' || number === basis.number) &&
      (basis.revision === '' || revision === basis.revision || sameYear(revision, basis.revision)),
  );
  // A number without a revision means the text as first issued, when the library has it.
  return fitting.find(({ revision }) => revision === basis.revision) ?? fitting[0];
}

const order = (edition: LawEdition): string => `${edition.from ?? ''}|${lawKey(edition)}`;

/** The last day counts as in force; an end whose day nobody knows has come. */
function hasEnded({ status, to }: LawEdition, on: CalendarDate): boolean {
  return to === null ? status !== 'in-force' : to < on;
}

function isInForce(edition: LawEdition, on: CalendarDate): boolean {
  return !hasEnded(edition, on) && (edition.from === null || edition.from <= on);
}

/** A later edition of the same title that is in force on the day, whatever the older one's own row says. */
function newerEdition(editions: readonly LawEdition[], { from }: LawEdition, on: CalendarDate): LawEdition | undefined {
  if (from === null) return undefined;
  const later = editions.filter((other) => other.from !== null && other.from > from && isInForce(other, on));
  return later.sort((a, b) => (order(a) < order(b) ? 1 : -1))[0];
}

/** A citation that no longer stands, and what does: what the findings of a plan and of its document are made of. */
export interface OutdatedBasis {
  readonly text: string;
  readonly kind: 'repealed' | 'superseded';
  readonly instead: string | null;
  /** The same in one sentence, with the last day and whether the library's own word for it is verified. */
  readonly detail: string;
}

/** 已废止 and 已有新版 among the bases of an item on a day. */
export function outdatedBases(
  library: readonly LawEdition[],
  bases: readonly LegalBasis[],
  on: CalendarDate,
): readonly OutdatedBasis[] {
  return bases.flatMap((basis) => {
    const standing = judgeBasis(library, basis, on);
    if (standing.kind !== 'repealed' && standing.kind !== 'superseded') return [];
    const { kind, instead } = standing;
    return [{ text: basisText(basis), kind, instead, detail: standingText(standing) ?? '' }];
  });
}

/** What a document's citation 《…》（…） is worth on a day: undefined where it stands or the library does not hold it. */
export function citationJudge(
  library: readonly LawEdition[],
): (citation: string, on: CalendarDate) => OutdatedBasis | undefined {
  return (citation, on) => outdatedBases(library, [basisFrom(citation)], on)[0];
}

export function editionText({ title, number, revision }: LawEdition): string {
  return basisText({ title, number, revision, article: '' });
}

/** One sentence about a citation that is not simply in force; null where nothing need be said. */
export function standingText(standing: BasisStanding): string | null {
  switch (standing.kind) {
    case 'current':
      return null;
    case 'unlisted':
      return '法律依据库没有收录这一版本，请补录后核对';
    case 'not-yet':
      return `${standing.from}起施行，现在还不能引用`;
    case 'unverified':
      return '来源尚未核实，请对照原文件后使用';
    case 'repealed':
    case 'superseded': {
      const word = lawStatusTerms[standing.kind];
      const since = standing.edition.to === null ? '' : `，${standing.edition.to}后不再施行`;
      const instead = standing.instead === null ? '' : `，现为${standing.instead}`;
      return `${word}${since}${instead}${standing.edition.verified ? '' : '（来源待核）'}`;
    }
  }
}
