/** @file A file's content, as a download takes it and as the clipboard does. */

/** @param {import('./types.js').Made} made */
export const blobOf = ({ content, type }) => (content instanceof Blob ? content : new Blob([content], { type }));

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
