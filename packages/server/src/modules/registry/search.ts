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
  return build.or([
    like('name', `%${plain(typed.trim())}%`),
    like('name_pinyin', `%${letters}%`),
    like('name_initials', `%${letters}%`),
    like(codeColumn, `%${plain(writeCode(typed))}`),
  ]);
}
