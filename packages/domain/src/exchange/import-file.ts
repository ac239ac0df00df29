/** What a file really is, whatever it is called: the first bytes decide. */
export type FileFormat = 'xlsx' | 'xls' | 'csv';

/** Why a file was not read at all; each says what the officer can do about it. */
export type FileRefusal =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large'; readonly megabytes: number; readonly most: number }
  | { readonly code: 'file-encrypted' }
  /** `is` names what the file is instead, in Chinese. */
  | { readonly code: 'file-is-another-kind'; readonly is: string }
  | { readonly code: 'file-broken' }
  | { readonly code: 'unzips-too-large'; readonly megabytes: number; readonly most: number }
  | { readonly code: 'zip-too-many-entries'; readonly entries: number; readonly most: number }
  | { readonly code: 'zip-ratio'; readonly ratio: number; readonly most: number }
  | { readonly code: 'csv-broken'; readonly line: number }
  | { readonly code: 'reading-too-slow'; readonly seconds: number }
  | { readonly code: 'reading-out-of-memory' }
  | { readonly code: 'too-many-rows'; readonly rows: number; readonly most: number };

export interface ImportLimits {
  readonly fileBytes: number;
  readonly unzippedBytes: number;
  readonly entries: number;
  readonly ratio: number;
  readonly rows: number;
  readonly seconds: number;
}

/** Bounds on what people upload (S12, S13): a registry of a county is a few hundred kilobytes. */
export const importLimits: ImportLimits = {
  fileBytes: 14 * 1024 * 1024,
  unzippedBytes: 200 * 1024 * 1024,
  entries: 2_000,
  ratio: 200,
  rows: 100_000,
  seconds: 20,
};
