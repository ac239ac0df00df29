import type { RandomSourceView } from '@mingchou/contract';
import type { DrawAct, LiveDraw, PersonId, RandomSource } from '@mingchou/domain';
import { drandEmission, entropyOf } from '@mingchou/domain';

type Typed = { readonly value: string; readonly typed: DrawAct; readonly confirmed: DrawAct | null };

/** One source as `reader` may see it: what is typed but not confirmed is shown to who typed it. */
export function sourceOf(record: LiveDraw, source: RandomSource, reader: PersonId, closed: boolean): RandomSourceView {
  const view = knownSource(record, source, reader);
  // That a number has come may be known of a sealed draw, the number not.
  return closed ? { ...view, value: null } : view;
}

function knownSource(record: LiveDraw, source: RandomSource, reader: PersonId): RandomSourceView {
  const collecting = 'reveals' in record ? record : null;
  const blank: RandomSourceView = {
    ...{ kind: source.kind, id: '', name: '', organisation: '', milliBits: entropyOf(source) },
    ...{ digits: null, lottery: null, drand: null, commitment: null, sealedAt: null, value: null },
    ...{ recordedAt: null, recordedBy: null, confirmedAt: null, confirmedBy: null },
  };
  switch (source.kind) {
    case 'dice': {
      const dice = collecting?.dice ?? null;
      const typed = dice === null ? undefined : { ...dice, value: dice.digits };
      return { ...blank, digits: source.digits, ...typedOf(typed, reader) };
    }
    case 'lottery': {
      const found = collecting?.lotteries?.find((one) => one.lottery === source.id);
      const typed = found === undefined ? undefined : { ...found, value: found.numbers };
      const { id, game, issue, typist } = source;
      return { ...blank, id, lottery: { game, issue, typist }, ...typedOf(typed, reader) };
    }
    case 'witness': {
      const reveal = collecting?.reveals.find((one) => one.witness === source.id);
      const { id, name, organisation, sealed } = source;
      const seal = { commitment: sealed?.commitment ?? null, sealedAt: sealed?.at ?? null };
      return {
        ...blank,
        id,
        name,
        organisation,
        ...seal,
        value: reveal?.value ?? null,
        recordedAt: reveal?.at ?? null,
      };
    }
    case 'drand': {
      const { chain, round } = source;
      const taken = collecting?.drand;
      const drand = { chain, round, emittedAt: drandEmission(source) };
      const recordedBy = taken?.pasted?.name ?? null;
      return { ...blank, drand, value: taken?.signature ?? null, recordedAt: taken?.at ?? null, recordedBy };
    }
  }
}

function typedOf(entry: Typed | undefined, reader: PersonId) {
  if (entry === undefined) return {};
  const { value, typed, confirmed } = entry;
  const hidden = confirmed === null && typed.personId !== reader;
  return {
    value: hidden ? null : value,
    recordedAt: typed.at,
    recordedBy: typed.name,
    confirmedAt: confirmed?.at ?? null,
    confirmedBy: confirmed?.name ?? null,
  };
}
