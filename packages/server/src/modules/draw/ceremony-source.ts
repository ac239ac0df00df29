import type { CeremonySource } from '@mingchou/contract';
import { drandName, lotteryGames, lotteryOnTrust } from '@mingchou/contract';
import type { DrawEvent, DrawId, LiveDraw, RandomSource } from '@mingchou/domain';
import { drandEmission } from '@mingchou/domain';
import type { Db } from '../../db/tx.ts';
import '../../audit/tables.ts';

/** Every typing of dice (under "") and lotteries (under their id), first to last. */
export type Typings = ReadonlyMap<string, readonly string[]>;

export async function typedBefore(db: Db, drawId: DrawId): Promise<Typings> {
  const rows = await db.db
    .selectFrom('audit_entry')
    .select('event')
    .where('bureau_id', '=', db.bureauId)
    .where('noun', '=', 'draw')
    .where('aggregate_id', '=', drawId)
    .where('event_type', 'in', ['dice-recorded', 'lottery-recorded'])
    .orderBy('version')
    .execute();
  const typings = new Map<string, string[]>();
  for (const event of rows.map((row) => row.event as DrawEvent)) {
    if (event.type === 'dice-recorded') typings.set('', [...(typings.get('') ?? []), event.digits]);
    if (event.type === 'lottery-recorded')
      typings.set(event.lottery, [...(typings.get(event.lottery) ?? []), event.numbers]);
  }
  return typings;
}

/**
 * A source as the room sees it. Digits stand here from the moment they are typed, before anyone has confirmed them: the
 * room sees the table anyway, and what all have seen cannot be changed in silence. They decide nothing until the
 * witnesses reveal, which they may only after the confirmation. The portal's lasting page waits for the confirmation.
 */
export function ceremonySourceOf(record: LiveDraw, source: RandomSource, typings: Typings): CeremonySource {
  const collecting = 'reveals' in record ? record : undefined;
  const blank = { digits: null, sealed: null, value: null, typing: false, stands: false, due: null, replaced: [] };
  const nobody = { typedBy: null, confirmedBy: null, at: null };
  switch (source.kind) {
    case 'dice': {
      const { digits } = source;
      const dice = collecting?.dice ?? undefined;
      const typed = typedOf(dice?.digits, dice, typings.get(''));
      return { ...blank, kind: 'dice', name: `十面骰子${digits}位`, about: '', ...nobody, ...typed, digits };
    }
    case 'lottery': {
      const found = collecting?.lotteries?.find((one) => one.lottery === source.id);
      const name = `${lotteryGames[source.game].name}第${source.issue}期`;
      const typed = typedOf(found?.numbers, found, typings.get(source.id));
      return { ...blank, kind: 'lottery', name, about: lotteryOnTrust, ...nobody, ...typed };
    }
    case 'witness': {
      const reveal = collecting?.reveals.find((one) => one.witness === source.id);
      const shown = { value: reveal?.value ?? null, stands: reveal !== undefined, at: reveal?.at ?? null };
      const sealed = source.sealed?.commitment ?? null;
      return { ...blank, kind: 'witness', name: source.name, about: source.organisation, ...nobody, ...shown, sealed };
    }
    case 'drand': {
      const taken = collecting?.drand;
      const name = `drand ${drandName(source.chain)}第${source.round}轮`;
      const shown = { value: taken?.signature ?? null, stands: taken !== undefined, at: taken?.at ?? null };
      const due = drandEmission(source);
      return {
        ...blank,
        kind: 'drand',
        name,
        about: '',
        ...nobody,
        ...shown,
        due,
        typedBy: taken?.pasted?.name ?? null,
      };
    }
  }
}

interface Acts {
  readonly typed: { readonly name: string; readonly at: string };
  readonly confirmed: { readonly name: string; readonly at: string } | null;
}

function typedOf(value: string | undefined, acts: Acts | undefined, typings: readonly string[] = []) {
  if (value === undefined || acts === undefined) return {};
  const { typed, confirmed } = acts;
  return {
    value,
    stands: confirmed !== null,
    typedBy: typed.name,
    confirmedBy: confirmed?.name ?? null,
    at: confirmed?.at ?? null,
    replaced: typings.slice(0, -1),
  };
}
