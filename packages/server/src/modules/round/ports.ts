import type { roundRoutes } from '@mingchou/contract';
import type { RoundId } from '@mingchou/domain';
import type { z } from 'zod';
import type { Db } from '../../db/tx.ts';

type DrawnInput = z.output<typeof roundRoutes.listDrawnOfRound.input>;
type DrawnReply = z.input<typeof roundRoutes.listDrawnOfRound.reply>;

/** What a round needs of the other nouns. */
export interface RoundPorts {
  /** Codes of the bureau's sectors. */
  readonly sectors: (db: Db) => Promise<readonly string[]>;
  /** Objects of these sectors in the registry; none: all. */
  readonly base: (db: Db, sectors: readonly string[]) => Promise<number>;
  /** Numbers of the round's draws that are neither drawn nor void. */
  readonly openDraws: (db: Db, roundId: RoundId) => Promise<readonly number[]>;
  readonly countDrawn: (db: Db, roundId: RoundId) => Promise<number>;
  readonly listDrawn: (db: Db, input: DrawnInput) => Promise<DrawnReply>;
}
