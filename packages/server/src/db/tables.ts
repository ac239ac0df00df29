/**
 * Every table of the database by name. Empty here: each module adds its own in its `tables.ts` with
 * `declare module '../../db/tables.ts' { interface Tables { plan: PlanTable } }`.
 */
export interface Tables {}
