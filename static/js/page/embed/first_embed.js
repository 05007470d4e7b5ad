/**
 * Reads what a frame of another page is to show, before anything is painted: as marks on the page for its style sheet, and for
 * embed.js. A classic script, for the same reason as ui/first_theme.js.
 */
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const KNOWN = {
    show: ['plane', 'network', 'words', 'curve'],
    with: ['train', 'reset', 'points', 'layers', 'settings'],
  };
  const lesson = asked.get('lesson');
  const usual = lesson === null ? { show: 'plane,network', with: 'train,reset' } : { show: 'plane,network,words', with: 'train,reset,points,layers,settings' };
  /** What was asked for and is not there, one a line. @type {string[]} */
  const unknown = [];
  for (const name of /** @type {const} */ (['show', 'with'])) {
    const words = (asked.get(name) ?? usual[name]).split(',').map((word) => word.trim()).filter((word) => word !== '');
    const known = words.filter((word) => KNOWN[name].includes(word));
    for (const word of words) if (!KNOWN[name].includes(word)) unknown.push(`${name}=${word.slice(0, 40)}|${KNOWN[name].join(', ')}`);
    root.dataset[name] = (name === 'show' && known.length === 0 ? usual.show.split(',') : known).join(' ');
  }
  const theme = asked.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else {
    if (theme !== null) unknown.push(`theme=${theme.slice(0, 40)}|light, dark`);
    root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  for (const name of asked.keys()) {
    if (!['show', 'with', 'theme', 'lesson', 'data', 'run'].includes(name)) unknown.push(`${name.slice(0, 40)}|show, with, theme, lesson, data, run`);
  }
  root.dataset.embed = unknown.join('\n');
  root.removeAttribute('data-newcomer');
  root.removeAttribute('data-folded');
})();
