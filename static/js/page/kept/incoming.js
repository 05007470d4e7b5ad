/**
 * What a person drops or pastes: an experiment as a file, its text, or a link. Tables are for others.
 */

import { isFile } from '../../kept/signs.js';

const TYPING = 'input, textarea, select, [contenteditable]';
const LINK = /#x\d+=[\w-]+/;

/** @typedef {import('./exchange.js').Exchange} Exchange */

/** @param {(act: (parts: Exchange) => unknown) => void} withParts does something with what is fetched for it */
export function mountIncoming(withParts) {
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  window.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    withParts(({ files }) => files.open(file));
  });
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(TYPING))) return;
    const link = LINK.exec(text)?.[0];
    if (isFile(text)) withParts(({ files }) => files.openText(text, 'What was pasted'));
    else if (link) withParts(({ openLink }) => openLink(link));
    else return;
    event.preventDefault();
  });
}
