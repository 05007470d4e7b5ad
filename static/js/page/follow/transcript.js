/**
 * The whole pass as text in a dialog: to be read from top to bottom, heard, or copied.
 */
import { transcriptOf } from '../../trace/transcript.js';
import { plainNumber } from '../../trace/printed.js';
import { formatCount } from '../../ui/format.js';
import { icon, make, setText } from '../../ui/dom.js';
import { closeOnBackdrop } from '../../ui/sheet.js';

/** @typedef {import('./pass.js').Moment} Moment */
/** @typedef {import('../../trace/transcript.js').TranscriptPart} TranscriptPart */

/** @param {Moment} moment */
function titleOf({ subject: { trace } }) {
  const { x1, x2 } = trace.point;
  return `Pass of the point at ${plainNumber(x1)}, ${plainNumber(x2)}, step ${formatCount(trace.step)}`;
}

/**
 * What the Copy button copies.
 * @param {string} title
 * @param {readonly TranscriptPart[]} parts
 */
export function plainText(title, parts) {
  return [title, ...parts.map(({ heading, lines }) => [heading, ...lines].join('\n'))].join('\n\n');
}

export function createTranscript() {
  const title = make('h2', { id: 'transcript-title' });
  const text = make('div', { class: 'transcript', tabindex: '0', role: 'region', 'aria-labelledby': 'transcript-title' });
  const copy = make('button', { class: 'second' }, 'Copy');
  const said = make('span', { role: 'status' });
  const close = make('button', { class: 'quiet', 'aria-label': 'Close' }, icon('close'));
  const dialog = make(
    'dialog', { class: 'dialog wide', 'aria-labelledby': 'transcript-title' },
    make('header', {}, title, close), text, make('footer', {}, copy, said),
  );
  close.addEventListener('click', () => dialog.close());
  closeOnBackdrop(dialog);
  document.body.append(dialog);

  let plain = '';
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(plain);
      setText(said, 'Copied');
    } catch {
      getSelection()?.selectAllChildren(text);
      setText(said, 'This browser does not let the page copy. The text is selected: copy it by hand.');
    }
  });

  return {
    /** @param {Moment} moment */
    open(moment) {
      const parts = transcriptOf(moment.subject, [...moment.phases]);
      plain = plainText(titleOf(moment), parts);
      setText(title, titleOf(moment));
      setText(said, '');
      text.replaceChildren(...parts.flatMap(({ heading, lines }) =>
        [make('h3', {}, heading), ...lines.map((line) => make('p', {}, line))]));
      dialog.showModal();
    },
  };
}
