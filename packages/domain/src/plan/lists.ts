/** One enterprise of the registry, as the annexes of a supervision plan list it (LS-14). */
export interface ListedUnit {
  readonly name: string;
  readonly address: string;
  readonly sector: string;
  readonly level: 'priority' | 'ordinary';
  readonly section: string;
}

/** One inspector who may be sent, as 附表3 lists him. */
export interface ListedInspector {
  readonly section: string;
  readonly name: string;
  readonly certificate: string;
  readonly employment: string;
  readonly sectors: readonly string[];
}

/** 名录 of the day the plan speaks of: today for a draft, the day of approval for an approved one. */
export interface PlanLists {
  readonly units: readonly ListedUnit[];
  readonly inspectors: readonly ListedInspector[];
}
