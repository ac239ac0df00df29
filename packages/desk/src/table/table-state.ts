import type { AddressSearch } from '../address/address.ts';

/** What a table asks the server for; it lives in the address, so a link or a reload shows the same rows. */
export interface TableState {
  readonly page: number;
  readonly size: number;
  readonly sort: string | undefined;
  readonly order: 'asc' | 'desc';
  readonly search: string;
  /** Filter chips: chip key → chosen value. */
  readonly chosen: Readonly<Record<string, string>>;
}

export const pageSizes = [20, 50, 100] as const;

export interface TableDefaults {
  readonly size?: number;
  readonly sort?: string;
  readonly order?: 'asc' | 'desc';
}

/** Reads the state of a table from the address; nonsense becomes the default. `prefix` parts two tables of one page. */
export function readTableState(
  search: AddressSearch,
  chipKeys: readonly string[],
  defaults: TableDefaults = {},
  prefix = '',
): TableState {
  const at = (key: string) => search[prefix + key] ?? '';
  const order = at('order');
  return {
    page: wholeFrom(at('page'), 1, 100_000) ?? 1,
    size: wholeFrom(at('size'), 1, 500) ?? defaults.size ?? 20,
    sort: at('sort') === '' ? defaults.sort : at('sort'),
    order: order === 'asc' || order === 'desc' ? order : (defaults.order ?? 'asc'),
    search: at('search'),
    chosen: Object.fromEntries(chipKeys.filter((key) => at(key) !== '').map((key) => [key, at(key)])),
  };
}

/** What must change in the address; every change but of the page itself goes back to page 1. */
export function tablePatch(
  change: Partial<Omit<TableState, 'chosen'>> & { readonly chosen?: Readonly<Record<string, string>> },
  prefix = '',
): AddressSearch {
  const { chosen = {}, ...rest } = change;
  const patch: Record<string, string> = { page: '' };
  for (const [key, value] of Object.entries(rest)) patch[key] = value === undefined ? '' : String(value);
  if (patch['page'] === '1') patch['page'] = '';
  for (const [key, value] of Object.entries(chosen)) patch[key] = value;
  return Object.fromEntries(Object.entries(patch).map(([key, value]) => [prefix + key, value]));
}

/** Clicking a head: first ascending, then descending, then the table's own order again. */
export function nextSort(state: Pick<TableState, 'sort' | 'order'>, key: string): Pick<TableState, 'sort' | 'order'> {
  if (state.sort !== key) return { sort: key, order: 'asc' };
  return state.order === 'asc' ? { sort: key, order: 'desc' } : { sort: undefined, order: 'asc' };
}

/** The numbers of the pages to show: first, last, the present one and its neighbours; 0 stands for 「…」. */
export function pageNumbers(page: number, last: number): readonly number[] {
  const near = [1, page - 1, page, page + 1, last].filter((one) => one >= 1 && one <= last);
  const unique = [...new Set(near)].sort((a, b) => a - b);
  return unique.flatMap((one, place) => {
    const before = unique[place - 1];
    return before !== undefined && one - before > 1 ? [0, one] : [one];
  });
}

/** Whether anything narrows the list, so that an empty list offers 清空筛选. */
export function isNarrowed(state: TableState): boolean {
  return state.search !== '' || Object.keys(state.chosen).length > 0;
}

function wholeFrom(text: string, least: number, most: number): number | undefined {
  const value = Number(text);
  return text !== '' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}
