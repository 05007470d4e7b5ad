import assert from 'node:assert/strict';
import test from 'node:test';

import { listedSteps } from '../../../static/js/by_hand/many_updates.js';
import { markWords } from '../../../static/js/by_hand/mark_words.js';
import { createWork } from '../../../static/js/by_hand/work.js';
import { EXAMPLES } from '../../../static/js/paper/examples.js';
import { faultOf, givenKeys } from '../../../static/js/paper/setup.js';

const start = () => createWork({ random: () => 0.7 });

/** @param {ReturnType<typeof start>} work @param {string} key @param {string} text */
function reply(work, key, text) {
  work.choose(key);
  work.reply(text);
  return work.answer(key);
}

/** What is said to an answer. @param {ReturnType<typeof start>} work @param {string} key */
function said(work, key) {
  const quantity = work.sheet.byKey.get(key) ?? assert.fail(key);
  const answer = work.answer(key) ?? assert.fail(key);
  const words = markWords(work, quantity, answer) ?? assert.fail();
  return { text: `${words.head.text} ${words.rest.text}`.trim(), claims: [...words.head.claims, ...words.rest.claims] };
}

test('a first visit stands at the first of Mazur’s thirty numbers', () => {
  const work = start();
  assert.equal(work.example?.id, 'mazur');
  assert.deepEqual([work.current.key, work.progress()], ['z:0:2:0', { right: 0, all: 30 }]);
  assert.equal(work.notation.title, 'Mazur’s');
});

test('what follows from a wrong answer opens again when that is mended', () => {
  const work = start();
  reply(work, 'd:0:3:0', '0.7414');
  assert.equal(reply(work, 'd:0:2:0', '0.066964')?.mark?.verdict, 'follow');
  assert.match(said(work, 'd:0:2:0').text, /^Right, given your value for the blame of output 1\. You had 0\.7414 there\./);
  assert.equal(work.progress().right, 0);
  reply(work, 'd:0:3:0', '0.138498562');
  assert.equal(work.answer('d:0:2:0'), null);
  reply(work, 'd:0:3:0', '0.7414');
  reply(work, 'd:0:2:0', '0.066964');
  work.accept();
  assert.equal(work.isRight('d:0:2:0'), true);
});

test('what is typed and is no number is not marked, and says how to write one', () => {
  const work = start();
  for (const [text, words] of [
    ['0.00.7', 'A number has one point. Write 0.007, 7/1000 or 7e−3; a comma for the point is fine too.'],
    ['seven', 'That is not a number. Write 0.007, 7/1000 or 7e−3; a comma for the point is fine too.'],
    ['1/0', 'Nothing can be divided by 0. Put another number below the line.'],
    ['1e999', '“1e999” is more than the computer can hold. Write a smaller one.'],
  ]) {
    reply(work, 'z:0:2:0', text);
    assert.equal(said(work, 'z:0:2:0').text, words);
    assert.equal(work.isRight('z:0:2:0'), false);
  }
  assert.equal(reply(work, 'z:0:2:0', '  '), null);
  for (const text of ['0,3775', '.3775', '3.775e-1', '151/400', ' 0.3775 ', '+0.3775']) assert.equal(reply(work, 'z:0:2:0', text)?.mark?.verdict, 'right', text);
});

test('what is said of an answer is true of the sheet', () => {
  const work = start();
  for (const [key, text, words] of [
    ['z:0:2:0', '0.3775', 'Right.'],
    ['d:0:2:0', '0.0088', 'Right, as far as it goes. With all its digits it is 0.008771355, and the sheet goes on with those.'],
    ['d:0:2:0', '0.009', 'One digit could be many numbers. Give two at least.'],
    ['d:0:2:0', '0.0121', 'Not this number, and no slip that is known here leads to it. Work it out in parts; each is marked by itself.'],
    ['d:0:2:0', '3', 'Not this number. Of two digits or more it can be told which slip leads to it.'],
    ['a:0:2:0', '5.933', 'The digits are right, but the point has slipped. Count the places once more.'],
  ]) {
    reply(work, key, text);
    assert.equal(said(work, key).text, words);
    for (const claim of said(work, key).claims) {
      if (claim.that === 'printed') assert.equal(Number(claim.text), Number(work.sheet.valueOf(key).toPrecision(7)));
      if (claim.that === 'right') assert.ok(work.isRight(key));
      if (claim.that === 'slip') assert.ok(work.answer(key)?.mark?.findings.some(({ name }) => name === claim.name));
    }
  }
});

test('a given that is changed opens what depends on it, and nothing else', () => {
  const work = start();
  for (const [key, text] of [['z:0:2:0', '0.3775'], ['a:0:2:0', '0.5933'], ['z:0:2:1', '0.3925']]) reply(work, key, text);
  work.give('w:2:0:0', '1/4');
  assert.deepEqual(work.progress().right, 1);
  assert.equal(work.note, '2 answers depended on it and are open again.');
  assert.equal(work.example, null);
  for (const [text, part] of [['', 'missing'], ['two', 'can’t be used'], ['1e9', 'up to a million']]) {
    work.give('w:2:0:0', text);
    assert.match(work.faultAt('w:2:0:0') ?? '', new RegExp(part), text);
    assert.equal(work.numbers['w:2:0:0'], 0.25);
  }
});

test('every network of the sentence has a sheet, and what it shares with the last keeps its numbers', () => {
  const work = start();
  work.configure({ sizes: [4, 3, 2, 4, 1], activations: ['tanh', 'step', 'linear', 'sigmoid'], biases: 'neuron', biasesLearn: true, optimizer: 'momentum', points: 4 });
  assert.deepEqual(givenKeys(work.setup).filter((key) => !Number.isFinite(work.numbers[key])), []);
  assert.equal(work.numbers['w:2:0:0'], 0.15);
  assert.equal(work.numbers['x:0:1'], 0.1);
  assert.ok(work.sheet.quantities.every(({ key }) => Number.isFinite(work.sheet.valueOf(key))));
  work.configure({ cost: 'cross_entropy' });
  assert.equal(work.fault, null);
  work.configure({ sizes: [4, 3], activations: ['sigmoid'] });
  assert.match(work.fault ?? '', /needs outputs that are probabilities/);
  work.configure({ activations: ['softmax'] });
  assert.equal(faultOf(work.setup), null);
  for (const point of [0, 1, 2, 3]) assert.equal([0, 1, 2].reduce((sum, k) => sum + work.numbers[`y:${point}:${k}`], 0), 1);
});

test('work is taken up as it was left', () => {
  const work = start();
  reply(work, 'z:0:2:0', '0.3775');
  reply(work, 'd:0:2:0', '0.0072945');
  work.choose('z:0:2:1');
  work.skip();
  work.speak('nielsen');
  const other = start();
  other.restore(JSON.parse(JSON.stringify(work.kept())));
  assert.deepEqual(other.kept(), work.kept());
  assert.deepEqual([other.progress(), other.notationName], [{ right: 1, all: 30 }, 'nielsen']);
});

test('another step begins with what this one made', () => {
  const work = start();
  const next = work.sheet.valueOf('w+:3:0:0');
  work.again();
  assert.equal(work.numbers['w:3:0:0'], next);
  assert.equal(work.progress().right, 0);
});

test('every number of every example can be answered with what the sheet says', () => {
  for (const example of EXAMPLES) {
    const work = start();
    work.load(example);
    for (const { key } of work.sheet.quantities) reply(work, key, String(work.sheet.valueOf(key)));
    assert.equal(work.isDone, true, example.id);
  }
});

test('steps are listed ever more rarely, with the last', () => {
  assert.deepEqual(listedSteps(3), [0, 1, 2, 3]);
  assert.deepEqual(listedSteps(300), [0, 1, 2, 3, 4, 5, 10, 20, 30, 50, 100, 200, 300]);
});
