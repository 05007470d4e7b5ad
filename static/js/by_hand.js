/**
 * The entry of working by hand. It needs no server: what is typed is marked here.
 */
import { drawExamples } from './by_hand/examples_view.js';
import { mountBench } from './by_hand/bench.js';
import { keepWork, keptWork, lastWork } from './by_hand/keeping.js';
import { mountLanes } from './by_hand/lanes.js';
import { mountNetwork } from './by_hand/network.js';
import { openAllNumbers } from './by_hand/all_numbers.js';
import { openManyUpdates } from './by_hand/many_updates.js';
import { mountSentence } from './by_hand/setup_sentence.js';
import { mountSource } from './by_hand/source.js';
import { mountSymbols } from './by_hand/symbols.js';
import { createWork } from './by_hand/work.js';
import { exampleOf } from './paper/examples.js';
import { byId, setText } from './ui/dom.js';
import { begin, start } from './ui/started.js';
import { formulaFaces, wordsFace } from './ui/faces.js';
import { prepareFormulas } from './ui/tex.js';
import { mountThemeSwitch } from './ui/theme.js';

const EXAMPLES = '#examples';
/** How long, in milliseconds. */
const PATIENCE = 3000;

const work = createWork({ random: Math.random });
const announce = (/** @type {string} */ words) => setText(byId('announcements'), words);

/** What the address asks for: the list, an example, or the last sheet. */
function follow() {
  const isList = location.hash === EXAMPLES;
  byId('list').hidden = !isList;
  byId('desk').hidden = isList;
  if (isList) {
    drawExamples(byId('list'));
    return;
  }
  const example = exampleOf(location.hash.slice(1));
  if (!example && location.hash !== '#own') return;
  if (example && work.example?.id === example.id) return;
  const kept = keptWork(example?.id ?? null);
  if (kept) work.restore(kept);
  else if (example) work.load(example);
  else work.newNumbers();
}

// Symbols and faces come first: what gives way to them later would move what is being read. On a slow line the sheet is worth more.
begin();
const patience = new Promise((go) => { window.setTimeout(go, PATIENCE); });
await Promise.race([Promise.all([prepareFormulas(), wordsFace(), formulaFaces()]), patience]);

const last = lastWork();
if (last) work.restore(last);

/** All at once: what comes piece by piece moves what is there. */
function mountSheet() {
  mountSentence(byId('setup'), work, { onNumbers: () => openAllNumbers(work), onUpdates: () => openManyUpdates(work) });
  mountSymbols(byId('symbols'), work);
  mountNetwork(byId('network'), work);
  mountLanes(byId('lanes'), work);
  mountBench(byId('bench'), work, { announce, onTrain: () => openManyUpdates(work) });
  mountSource(byId('source'), work);
  byId('new-numbers').addEventListener('click', () => work.newNumbers());
  work.listen(() => {
    const { right, all } = work.progress();
    setText(byId('progress'), `${right} of ${all} right`);
    byId('meter').style.setProperty('--share', String(right / all));
  });
  keepWork(work);
  window.addEventListener('hashchange', follow);
  follow();
}

start([() => mountThemeSwitch(/** @type {HTMLButtonElement} */ (byId('theme'))), mountSheet]);
