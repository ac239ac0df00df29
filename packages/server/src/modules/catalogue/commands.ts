import type { PortalItemList } from '@mingchou/contract';
import type {
  Actor,
  CatalogueFacts,
  CatalogueRefusal,
  InspectionItem,
  ItemContent,
  ItemEvent,
  ItemId,
  PolicyProfile,
  PublishingFacts,
  Result,
} from '@mingchou/domain';
import {
  addItem,
  basisText,
  categoryTerms,
  dateOf,
  evolveItem,
  ok,
  publishItem,
  refuse,
  resolvePolicy,
  updateItem,
  withdrawItem,
} from '@mingchou/domain';
import { appendAudit } from '../../audit/index.ts';
import type { Db, Tx } from '../../db/tx.ts';
import { newId } from '../../id.ts';
import type { StoredItem } from './store.ts';
import { keepEdition } from './editions.ts';
import { loadLibrary } from './library-store.ts';
import { insertItem, loadItemsForUpdate, saveItem } from './store.ts';

/** What the list of items needs of other nouns. */
export interface CataloguePorts {
  readonly policy: (db: Db) => Promise<PolicyProfile>;
  /** 清单 in public: the published items of the year, redacted. */
  readonly publishItemList: (tx: Tx, view: PortalItemList) => Promise<void>;
  /** The items in the plans of a year; null where the year has no plan yet (LZ-25). */
  readonly plannedItems: (db: Db, year: number) => Promise<readonly ItemId[] | null>;
}

interface ItemAndVersion {
  readonly id: ItemId;
  readonly version: number;
}
type Saved = Result<{ id: ItemId; version: number }, CatalogueRefusal>;

export async function add(ports: CataloguePorts, tx: Tx, actor: Actor, content: ItemContent): Promise<Saved> {
  const stored = await loadItemsForUpdate(tx);
  const decision = addItem(newId<ItemId>(), content, await factsOf(ports, tx, stored));
  if (!decision.ok) return decision;

  const item = evolveItem(null, decision.value);
  await insertItem(tx, item, actor.name);
  await audit(tx, actor, item.id, 1, decision.value);
  return ok({ id: item.id, version: 1 });
}

export async function update(
  ports: CataloguePorts,
  tx: Tx,
  actor: Actor,
  input: ItemAndVersion & { readonly content: ItemContent },
): Promise<Saved> {
  const stored = await loadItemsForUpdate(tx);
  const facts = await factsOf(ports, tx, stored);
  return changeOne(tx, actor, stored, input, (item) => updateItem(item, input.content, facts));
}

/** Publishes all or none: the first item that cannot be published refuses the whole. */
export async function publish(
  ports: CataloguePorts,
  tx: Tx,
  actor: Actor,
  items: readonly ItemAndVersion[],
): Promise<Result<{ published: number }, CatalogueRefusal>> {
  const stored = await loadItemsForUpdate(tx);
  const facts = await publishingFacts(ports, tx);
  for (const input of items) {
    const saved = await changeOne(tx, actor, stored, input, (item) => publishItem(item, tx.now, actor.name, facts));
    if (!saved.ok) return saved;
  }
  await publishList(ports, tx, actor);
  return ok({ published: items.length });
}

export async function withdraw(
  ports: CataloguePorts,
  tx: Tx,
  actor: Actor,
  input: ItemAndVersion & { readonly reason: string },
): Promise<Saved> {
  const stored = await loadItemsForUpdate(tx);
  const saved = await changeOne(tx, actor, stored, input, (item) => withdrawItem(item, tx.now, input.reason));
  if (saved.ok) await publishList(ports, tx, actor);
  return saved;
}

async function changeOne(
  tx: Tx,
  actor: Actor,
  stored: readonly StoredItem[],
  { id, version }: ItemAndVersion,
  decide: (item: InspectionItem) => Result<ItemEvent, CatalogueRefusal>,
): Promise<Saved> {
  const found = stored.find((candidate) => candidate.item.id === id);
  if (found === undefined) return refuse({ code: 'item-not-found' });
  if (found.version !== version) {
    return refuse({ code: 'item-stale', changedBy: found.changedBy, changedAt: found.changedAt });
  }
  const decision = decide(found.item);
  if (!decision.ok) return decision;

  const next = await saveItem(tx, evolveItem(found.item, decision.value), version, actor.name);
  await audit(tx, actor, id, next, decision.value);
  return ok({ id, version: next });
}

function audit(tx: Tx, actor: Actor, aggregateId: ItemId, version: number, event: ItemEvent): Promise<string> {
  return appendAudit(tx, actor, { noun: 'catalogue', aggregateId, version, event });
}

async function factsOf(ports: CataloguePorts, tx: Tx, stored: readonly StoredItem[]): Promise<CatalogueFacts> {
  const policy = await ports.policy(tx);
  return {
    titles: stored.map(({ item }) => ({ id: item.id, no: item.no, title: item.title })),
    sectors: resolvePolicy(policy, 'sectors').value.map((sector) => sector.code),
  };
}

async function publishingFacts(ports: CataloguePorts, tx: Tx): Promise<PublishingFacts> {
  const mappings = await loadLibrary(tx, 'mapping');
  const ceiling = resolvePolicy(await ports.policy(tx), 'ratio.ordinaryCeiling').value;
  return { mappings: mappings.map(({ record }) => record), ceiling };
}

async function publishList(ports: CataloguePorts, tx: Tx, actor: Actor): Promise<void> {
  const stored = await loadItemsForUpdate(tx);
  const published = stored.map(({ item }) => item).filter((item) => item.status === 'published');
  await keepEdition(tx, actor.name, published);
  await ports.publishItemList(tx, {
    year: Number(dateOf(tx.now).slice(0, 4)),
    publishedAt: tx.now,
    items: published.map((item) => ({
      no: item.no,
      category: categoryTerms[item.category],
      name: item.title,
      importance: item.category,
      objects: item.subjects,
      method: item.methods.join('、'),
      frequency: item.ratioAndFrequency,
      bases: item.legalBases.map(basisText),
      checkItems: item.checkItems.map((point) => point.text),
      dutyItem: item.dutyItem,
      department: item.department,
      liability: item.liability,
    })),
  });
}
