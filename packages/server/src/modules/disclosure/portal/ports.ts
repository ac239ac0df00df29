import type { BureauId, Instant } from '@mingchou/domain';
import type { PortalDatabase } from '../../../db/portal.ts';
import type { SelfCheckPort } from './self-check-pages.ts';

/** What the public pages need of the house. */
export interface PortalPorts {
  readonly portal: PortalDatabase;
  /** The address under which the public reaches this house. */
  readonly publicUrl: string;
  /** Enterprises and people of the whole house are made up; every page says so. */
  readonly demonstration: boolean;
  /** The bureau's business time; a demonstration stands in its document's year. */
  readonly businessNow: (bureauId: BureauId) => Promise<Instant>;
  /** Calls back after each commit of this process. */
  readonly afterCommit: (heard: (bureauId: BureauId) => void) => void;
  readonly onError: (error: unknown) => void;
  /** What one enterprise is told about itself; the only answer of these pages that no snapshot holds. */
  readonly selfCheck: SelfCheckPort;
}
