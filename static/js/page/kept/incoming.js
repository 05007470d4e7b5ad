/**
 * What a person drops or pastes: an experiment as a file, its text, or a link. Tables are for others.
 */

import { isFile, isLesson, linkIn } from '../../kept/signs.js';

const TYPING = 'input, textarea, select, [contenteditable]';
/** So many bytes of a file tell whether it is one of ours. */
const LOOKED_AT = 200;

/** @typedef {import('./exchange.js').Exchange} Exchange */

/** Whether a file is meant to be one of experiments: by its name, or else by how it begins. @param {File} file */
export async function isExperiment(file) {
  if (/\.json$/i.test(file.name)) return true;
  // What can't be read is for whoever opens it to tell.
  return file.slice(0, LOOKED_AT).text().then(isFile, () => false);
}

/** Whether a file is meant to be a lesson: by how it begins. @param {File} file */
const isLessonFile = (file) => file.slice(0, LOOKED_AT).text().then(isLesson, () => false);

/**
 * @param {(act: (parts: Exchange) => unknown) => void} withParts does something with what is fetched for it
 * @param {{takeTable: (file: File) => void, takeLesson: (text: string) => void}} own takes what is no experiment
 */
export function mountIncoming(withParts, { takeTable, takeLesson }) {
  window.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  window.addEventListener('drop', async (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    if (await isLessonFile(file)) takeLesson(await file.text());
    else if (await isExperiment(file)) withParts(({ files }) => files.open(file));
    else takeTable(file);
  });
  document.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest(TYPING))) return;
    const link = linkIn(text);
    if (isLesson(text)) takeLesson(text);
    else if (isFile(text)) withParts(({ files }) => files.openText(text, 'What was pasted'));
    else if (link) withParts(({ openLink }) => openLink(link));
    else return;
    event.preventDefault();
  });
}
