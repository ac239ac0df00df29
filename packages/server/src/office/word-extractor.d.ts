declare module 'word-extractor' {
  class WordExtractor {
    extract(source: Uint8Array): Promise<{ getBody(options?: { filterUnicode?: boolean }): string }>;
  }
  export = WordExtractor;
}
