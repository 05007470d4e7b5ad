/** @file How a file leaves the page: as a download, or over the clipboard. */

/** Long enough for a browser to have begun with it. */
const KEPT = 60_000;

/** @param {import('./types.js').Made} made */
export const blobOf = ({ content, type }) => (content instanceof Blob ? content : new Blob([content], { type }));

/** @param {import('./types.js').Made} made */
export function save(made) {
  const address = URL.createObjectURL(blobOf(made));
  const link = document.createElement('a');
  link.href = address;
  link.download = made.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}

/** Whether it could be copied: a picture as a picture, all else as text. @param {import('./types.js').Made} made */
export async function copy(made) {
  try {
    if (typeof made.content === 'string') await navigator.clipboard.writeText(made.content);
    else await navigator.clipboard.write([new ClipboardItem({ [made.type]: blobOf(made) })]);
    return true;
  } catch {
    return false;
  }
}
