/**
 * KaTeX's HTML without what nothing depends on: the essay has hundreds of formulas, and browsers take a page in by elements.
 *
 * A span whose classes say only which kind of sign stands in it has no rule of its own, as spaces are elements by
 * themselves: what it holds looks alike without it. TeX stands in an annotation, which no browser shows nor reads out.
 */

/** @typedef {{ tag: string, attributes: string, children: (Tree | string)[] }} Tree */

const KINDS = new Set(['mord', 'mbin', 'mrel', 'mopen', 'mclose', 'mpunct', 'minner', 'mtight']);
/** Spans in spans of these have a rule, whatever their class is. */
const HAVE_GRANDCHILDREN = /\b(vlist|mfrac|katex-inner)\b/;
const TAG = /<(\/?)([a-z]+)([^>]*?)(\/?)>|([^<]+)/gi;

/** @param {string} html well-formed, as KaTeX writes it */
export function lean(html) {
  return pruned(parsed(html), '', '').map(written).join('');
}

/** @param {string} html @returns {(Tree | string)[]} */
function parsed(html) {
  /** @type {Tree} */
  const root = { tag: '', attributes: '', children: [] };
  const open = [root];
  for (const [, ends, tag, attributes, isWhole, text] of html.matchAll(TAG)) {
    const { children } = open[open.length - 1];
    if (text !== undefined) children.push(text);
    else if (ends) {
      if (open.pop()?.tag !== tag) throw new Error(`</${tag}> ends what is not open`);
    } else {
      /** @type {Tree} */
      const element = { tag, attributes, children: [] };
      children.push(element);
      if (isWhole) element.attributes += '/';
      else open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open[open.length - 1].tag}> is not ended`);
  return root.children;
}

/**
 * @param {(Tree | string)[]} nodes
 * @param {string} parent the attributes of what they stand in
 * @param {string} grandparent and of what that stands in
 * @returns {(Tree | string)[]}
 */
function pruned(nodes, parent, grandparent) {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [node];
    if (node.tag === 'annotation') return [];
    const stays = !(node.tag === 'semantics' || isKind(node)) || HAVE_GRANDCHILDREN.test(grandparent);
    return stays
      ? [{ ...node, children: pruned(node.children, node.attributes, parent) }]
      : pruned(node.children, parent, grandparent);
  });
}

/** @param {Tree} element */
function isKind({ tag, attributes }) {
  const classes = tag === 'span' ? /^ class="([a-z ]+)"$/.exec(attributes) : null;
  return classes !== null && classes[1].split(' ').every((name) => KINDS.has(name));
}

/** @param {Tree | string} node @returns {string} */
function written(node) {
  if (typeof node === 'string') return node;
  const { tag, attributes, children } = node;
  return attributes.endsWith('/') ? `<${tag}${attributes}>` : `<${tag}${attributes}>${children.map(written).join('')}</${tag}>`;
}
