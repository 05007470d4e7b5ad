/**
 * Keeps a field, which several figures may share, at the parameters that are about to be painted.
 */

/** @typedef {import('../network/field/types.js').Field} Field */
/** @typedef {import('../network/architecture.js').Architecture} Architecture */

/** @type {WeakMap<Field, {architecture: Architecture, parameters: ArrayLike<number>}>} */
const fed = new WeakMap();

/**
 * Updates the field unless it holds just these parameters already.
 * @param {Field} field
 * @param {Architecture} architecture
 * @param {ArrayLike<number>} parameters not changed in place afterwards
 */
export function feedField(field, architecture, parameters) {
  const last = fed.get(field);
  if (last?.architecture === architecture && last.parameters === parameters) return;
  field.update(architecture, parameters);
  fed.set(field, { architecture, parameters });
}
