import type { BureauId, InspectorId, PersonId, SectionId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { Role } from './role.ts';

/** The signed-in person who gives a command. */
export interface Actor {
  readonly bureauId: BureauId;
  readonly personId: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly sectionId: SectionId | null;
  /** Set when the person stands in the inspectors' registry. */
  readonly inspectorId: InspectorId | null;
  /** When the password was last entered again; commitment, draw and disclosure ask for it within five minutes. */
  readonly reauthenticatedAt: Instant | null;
}
