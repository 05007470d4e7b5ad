import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, framingWords, snippetOf, usualWish } from '../../../../static/js/page/embed/snippet.js';
import { unknownWords } from '../../../../static/js/page/embed/words.js';

const BASE = 'https://chainrule.example/course/';

test('an address says only what is not usual, below whatever path the page has', () => {
  assert.equal(addressOf(usualWish(), '#x1=abc', BASE), 'https://chainrule.example/course/embed#x1=abc');
  const wish = { ...usualWish(), show: new Set(['curve', 'plane']), may: new Set(['points', 'train']), theme: /** @type {const} */ ('dark'), run: true };
  assert.equal(addressOf(wish, '#x1=abc', BASE), 'https://chainrule.example/course/embed?show=plane,curve&with=train,points&theme=dark&run=1#x1=abc');
  assert.equal(addressOf({ ...usualWish(), may: new Set() }, '', BASE), 'https://chainrule.example/course/embed?with=');
});

test('a lesson brings its own experiment, and what it needs', () => {
  assert.equal(addressOf({ ...usualWish(), lesson: 'xor', run: true }, '#x1=abc', BASE), 'https://chainrule.example/course/embed?lesson=xor');
});

test('a snippet is one element, whatever the experiment is called', () => {
  const snippet = snippetOf('https://a.example/embed?a=1&b=2', [480, 360], 'Two "moons" <b> & co');
  assert.equal(snippet, '<iframe src="https://a.example/embed?a=1&amp;b=2" width="480" height="360" loading="lazy" '
    + 'title="Two &quot;moons&quot; &lt;b&gt; &amp; co" style="border: 0"></iframe>');
});

test('who may frame the page is told where not everybody may', () => {
  assert.equal(framingWords("default-src 'none'; frame-ancestors 'self' *"), null);
  assert.match(String(framingWords("frame-ancestors 'self'")), /no other site/);
  assert.match(String(framingWords("frame-ancestors 'self' https://moodle.example; x")), /frames of https:\/\/moodle\.example\./);
});

test('what was asked for and is not there is told with what is', () => {
  assert.deepEqual(unknownWords(''), []);
  assert.deepEqual(unknownWords('show=loss|plane, network'), ['This frame asks for “show=loss”, which there is not. There is: plane, network.']);
});
