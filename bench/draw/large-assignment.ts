import type { Conflict, InspectorEntry, Rules, Selection, Slot } from '@mingchou/verifier';

/** What a draw gives to the assignment, made up. */
export interface LargeAssignment {
  readonly rules: Rules;
  readonly selection: Selection;
  readonly inspectors: readonly InspectorEntry[];
  readonly conflicts: readonly Conflict[];
}

export interface Extent {
  readonly visits: number;
  readonly inspectors: number;
  /** Areas, each a stratum with a department of its own; with 1 everybody may go anywhere. */
  readonly areas: number;
}

/**
 * Two seats a visit, the first for somebody with the certificate that two thirds of the people hold, balanced, a twentieth
 * of slack in the caps, and for every second visit somebody who must stand back.
 */
export function largeAssignment({ visits, inspectors, areas }: Extent): LargeAssignment {
  const certified: Slot = { needs: ['hazchem'] };
  const code = (area: number) => `area-${area}`;
  const own = (area: number) => (areas === 1 ? {} : { department: code(area) });
  const subject = (at: number) => `91140428MA${String(at).padStart(8, '0')}`;
  const person = (at: number) => `I-${String(at).padStart(5, '0')}`;
  const areaNumbers = Array.from({ length: areas }, (_, area) => area);
  const cap = Math.ceil((2.1 * visits) / inspectors);
  return {
    rules: {
      v: 'mc-draw/1',
      suite: 'sha256',
      strata: areaNumbers.map((area) => ({ code: code(area), size: { ratio: { n: 1, d: 1 }, round: 'ceil' } })),
      reserve: { count: 0 },
      assignment: {
        balance: true,
        slots: Object.fromEntries(areaNumbers.map((area) => [code(area), [{ ...own(area), ...certified }, own(area)]])),
      },
    },
    selection: Array.from({ length: visits }, (_, at) => ({
      stratum: code(at % areas),
      id: subject(at),
      ticket: '0'.repeat(64),
      kind: 'S' as const,
    })),
    inspectors: Array.from({ length: inspectors }, (_, at) => ({
      id: person(at),
      department: code(at % areas),
      certificates: Math.floor(at / areas) % 3 !== 0 ? ['hazchem'] : [],
      cap,
    })),
    conflicts: Array.from({ length: visits / 2 }, (_, at) => ({
      subjectId: subject(2 * at),
      inspectorId: person((2 * at + areas * (at % 37)) % inspectors),
    })),
  };
}
