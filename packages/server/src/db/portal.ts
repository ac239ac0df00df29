import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The connection of the public pages: the role `mingchou_portal`, which may read `portal_*` and nothing else. */
export type PortalDatabase = Kysely<Tables>;
