import type { PortalBureau } from '@mingchou/contract';

/** How the reader wants the pages: kept in a cookie, else the system's own setting. */
export interface Display {
  readonly large: boolean;
  readonly theme: 'light' | 'dark' | null;
}

/** What every page of a bureau needs besides its own view. */
export interface Site {
  readonly bureau: PortalBureau;
  /** The bureau's own business date and moment (a demonstration stands in its document's year). */
  readonly today: string;
  readonly now: string;
  readonly display: Display;
  /** Enterprises and people are made up; every page says so. */
  readonly demonstration: boolean;
}

export const plainDisplay: Display = { large: false, theme: null };

/** Address of a page of the bureau, such as `/b/changzi/draws/2`. */
export function hrefOf(site: Site, path = ''): string {
  return `/b/${encodeURIComponent(site.bureau.slug)}/${path}`;
}

export function yearOfSite(site: Site): number {
  return Number(site.today.slice(0, 4));
}
