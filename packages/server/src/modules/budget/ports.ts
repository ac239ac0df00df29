import type { FileRefusal, PolicyProfile, Result, SourcePart } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';

/** What a workday budget needs of the other nouns. */
export interface BudgetPorts {
  /** 本局规则 in force. */
  readonly policy: (db: Db) => Promise<PolicyProfile>;
  /** A workbook, document or text as rows and paragraphs, each cell with its place in words. */
  readonly readFile: (bytes: Uint8Array, fileName: string) => Promise<Result<readonly SourcePart[], FileRefusal>>;
}
