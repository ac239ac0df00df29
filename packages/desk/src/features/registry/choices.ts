import { type SubjectRow, registryRoutes } from '@mingchou/contract';
import { statusTitles } from '@mingchou/domain';
import { useQueryRoute } from '../../api/index.ts';
import type { StateKind } from '../../design/index.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The bureau's sectors and sections as options of fields and chips. */
export function useChoices(): { readonly sectors: readonly Option[]; readonly sections: readonly Option[] } {
  const choices = useQueryRoute(registryRoutes.listChoices, {});
  return {
    sectors: (choices.data?.sectors ?? []).map(({ code, name }) => ({ value: code, label: name })),
    sections: (choices.data?.sections ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export function optionsOf<Code extends string>(titles: Readonly<Record<Code, string>>): readonly Option[] {
  return Object.entries<string>(titles).map(([value, label]) => ({ value, label }));
}

/** 在业 needs no colour; what left the base or pauses does not ask for a hand either, only for another look. */
export function statusLook(status: SubjectRow['status']): {
  readonly kind: StateKind | undefined;
  readonly text: string;
} {
  const text = statusTitles[status.kind];
  switch (status.kind) {
    case 'in-business':
      return { kind: undefined, text };
    case 'suspended':
      return { kind: 'none', text };
    case 'closed':
    case 'moved':
      return { kind: 'terminated', text };
  }
}
