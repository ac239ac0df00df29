/** One thing found by the search box of the top bar. */
export interface Hit {
  readonly key: string;
  readonly name: string;
  /** Code, number or state that tells it from others. */
  readonly detail: string;
  /** Address below `/desk`. */
  readonly to: string;
}

/**
 * What a feature lets the top bar find: names, numbers of papers, codes, pinyin initials. It exports
 * `registrySearch: SearchSource` and `app/routes.tsx` lists it.
 */
export interface SearchSource {
  /** 抽查对象, 抽签, 检查 */
  readonly word: string;
  /** A React hook; `text` is empty while nothing is searched, then it must not ask the server. */
  readonly useHits: (text: string) => readonly Hit[];
}
