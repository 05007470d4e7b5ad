/** @file A shelf that several tabs share, in memory, and that refuses when it is told to. */

/** @typedef {import('../../../static/js/kept/shelf.js').Card} Card */
/** @typedef {import('../../../static/js/kept/shelf.js').Shelf} Shelf */
/** @typedef {import('../../../static/js/kept/shelf.js').Whole} Whole */

/** @param {string} id @param {Partial<Card>} [about] @returns {Card} */
export const cardOf = (id, about = {}) => ({
  id, name: id, named: false, points: 2, step: 0, changed: 0, from: 'here', source: null, deleted: false, ...about,
});

/**
 * @param {{card: Card, kept: any, undo: any}[]} wholes
 * @returns {Shelf & {refusal: Error | null, told: (card: Card) => void}} `told`: what another tab tells the one that has this shelf
 */
export function shelfInMemory(wholes) {
  const [cards, kept, undo] = [new Map(), new Map(), new Map()];
  const stores = [cards, kept, undo];
  /** @param {Card} card @param {{kept: any, undo?: any}} parts */
  function put(card, parts) {
    cards.set(card.id, card);
    kept.set(card.id, parts.kept);
    if (parts.undo) undo.set(card.id, parts.undo);
  }
  for (const whole of wholes) put(whole.card, whole);

  const shelf = {
    /** What the next calls reject with. @type {Error | null} */
    refusal: null,
    told: /** @type {(card: Card) => void} */ (() => {}),
    whenEnded() {},
    whenAmended: (/** @type {(card: Card) => void} */ act) => { shelf.told = act; },
    close() {},
    cards: async () => [...cards.values()].sort((a, b) => b.changed - a.changed),
    read: async (/** @type {string} */ id) => (
      cards.has(id) && kept.has(id) ? { card: cards.get(id), kept: kept.get(id), undo: undo.get(id) ?? null } : null),
    write: async (/** @type {Card} */ card, /** @type {{kept: any, undo?: any}} */ parts) => put(card, parts),
    amend: async (/** @type {string} */ id, /** @type {Partial<Card>} */ changes) => {
      if (!cards.has(id)) return null;
      cards.set(id, { ...cards.get(id), ...changes });
      return cards.get(id);
    },
    remove: async (/** @type {string} */ id) => stores.forEach((store) => store.delete(id)),
    removeDeleted: async (/** @type {Set<string>} */ spared) => {
      for (const { id, deleted } of [...cards.values()]) {
        if (deleted && !spared.has(id)) await shelf.remove(id);
      }
      return [...cards.values()];
    },
  };
  return /** @type {any} */ (new Proxy(shelf, {
    get: (all, name) => (all.refusal && typeof all[/** @type {keyof typeof all} */ (name)] === 'function'
      ? async () => { throw all.refusal; } : all[/** @type {keyof typeof all} */ (name)]),
  }));
}
