import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Everything after `?`, as plain text; an empty value is left out of the address. */
export type AddressSearch = Readonly<Record<string, string>>;

/** The varying parts of the page's path: `usePathParams()['planId']`. */
export function usePathParams(): Readonly<Record<string, string>> {
  return useParams({ strict: false });
}

/** The state a page keeps in its address, so that it survives reload, a link and the back button. */
export function useAddress(): {
  readonly search: AddressSearch;
  /** Sets the named values and keeps the others; `''` removes a value. Replaces the history entry unless `push`. */
  readonly setSearch: (patch: AddressSearch, push?: boolean) => void;
} {
  const search: AddressSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const setSearch = useCallback(
    (patch: AddressSearch, push = false) => {
      void navigate({
        to: '.',
        replace: !push,
        resetScroll: false,
        search: (previous: AddressSearch) => withoutEmpty({ ...previous, ...patch }),
      });
    },
    [navigate],
  );
  return { search, setSearch };
}

/** `go('/draw/…')` opens a page of the desk. */
export function useGo(): (path: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (path: string) => {
      const [to = '/', query = ''] = path.split('?');
      void navigate({ to, search: parseSearch(query) });
    },
    [navigate],
  );
}

export function withoutEmpty(search: AddressSearch): AddressSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== '' && value !== undefined));
}

export function parseSearch(text: string): AddressSearch {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? '' : `?${text}`;
}
