/** Figures that a paper tends to give in more than one place. */
export type RepeatedFigure =
  | 'enforcers'
  | 'legalWorkdays'
  | 'totalDays'
  | 'supervisionDays'
  | 'otherEnforcement'
  | 'nonEnforcement'
  | 'days-priority'
  | 'days-ordinary'
  | 'units-priority'
  | 'units-ordinary';

export const repeatedFigures = [
  'enforcers',
  'legalWorkdays',
  'totalDays',
  'supervisionDays',
  'otherEnforcement',
  'nonEnforcement',
  'days-priority',
  'days-ordinary',
  'units-priority',
  'units-ordinary',
] as const satisfies readonly RepeatedFigure[];

/** The same figure once more, in another place of the same paper. */
export interface Repeat {
  readonly figure: RepeatedFigure;
  readonly value: number;
  readonly place: string;
}
