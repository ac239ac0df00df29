import { writeCode } from '@mingchou/domain';
import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Tables } from '../../db/tables.ts';

type Searched = 'subject' | 'inspector' | 'expert';

/**
 * What a person types to find a row: part of the name, its pinyin or first letters, or the end of its code.
 * The signs of LIKE mean themselves.
 */
export function matches<Table extends Searched>(
  build: ExpressionBuilder<Tables, Table>,
  table: Table,
  codeColumn: 'code' | 'certificate_no' | 'organisation',
  typed: string,
): Expression<SqlBool> {
  const plain = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');
  const column = (name: string) => sql<string>`${sql.ref(`${table}.${name}`)}`;
  const letters = plain(typed.toLowerCase().replaceAll(/\s/g, ''));
  const like = (name: string, pattern: string) => sql<SqlBool>`${column(name)} like ${pattern}`;
  const tail = like(codeColumn, `%${plain(writeCode(typed))}`);
  // Chinese characters stand in the name alone, letters and figures in its pinyin as well: each text is read only where it can be.
  if (/[^\p{ASCII}]/u.test(typed)) return build.or([like('name', `%${plain(typed.trim())}%`), tail]);
  const latin = [like('name_initials', `%${letters}%`), like('name_pinyin', `%${letters}%`), tail];
  return build.or(/[^a-z0-9]/.test(letters) ? [...latin, like('name', `%${plain(typed.trim())}%`)] : latin);
}
