import type { BureauId, FileRefusal, PolicyProfile, Result, SourcePart } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';

/** What a workday budget needs of the other nouns. */
export interface BudgetPorts {
  /** 本局规则 in force. */
  readonly policy: (db: Db) => Promise<PolicyProfile>;
  /** A workbook, document or text as rows and paragraphs, each cell with its place in words. */
  readonly readFile: (bytes: Uint8Array, fileName: string) => Promise<Result<readonly SourcePart[], FileRefusal>>;
}

/** An official paper of the house (GB/T 9704): text and annexes, of which Word and PDF are set alike. */
export interface OfficialPaper {
  readonly title: string;
  readonly head: string;
  readonly number: string;
  readonly addressees: string;
  readonly blocks: readonly { readonly kind: 'heading' | 'text'; readonly text: string }[];
  readonly annexList: readonly string[];
  readonly bureau: string;
  readonly date: string;
  readonly publicity: string;
  readonly annexes: readonly {
    readonly label: string;
    readonly title: string;
    readonly columns: readonly { readonly title: string; readonly width: number }[];
    readonly lines: readonly (readonly string[])[];
    readonly upright?: boolean;
  }[];
  readonly draft: boolean;
  readonly note: string;
}

/** What the paper of a budget needs of the house. */
export interface BudgetPaperPorts {
  readonly bureau: (db: Db, bureauId: BureauId) => Promise<{ readonly name: string }>;
  readonly press: (paper: OfficialPaper, format: 'pdf' | 'docx') => Promise<Uint8Array>;
  /** Every page of the demonstration's papers says so. */
  readonly demonstration: boolean;
}
