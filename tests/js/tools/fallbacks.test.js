/** A system's face is stretched by what a text's widths in it and in another ask for; its heights become the other's. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fallbackRules, measurable } from '../../../tools/fallbacks.mjs';

const HEIGHTS = { ascent: 0.9, descent: 0.3, gap: 0 };
/** @param {Partial<Parameters<typeof fallbackRules>[0]>} wanted */
const rules = (wanted) => fallbackRules({
  family: 'Some', systems: ['Arial'], style: 'normal', text: 'nn', widths: [{ weight: 400, width: 1.2 }], heights: HEIGHTS, ...wanted,
});

test('Arial, whose n takes 0.556 em, is made as wide as a face in which two take 1.2 em', () => {
  const [rule] = rules({});
  assert.match(rule, /font-family:"Some as Arial"/);
  assert.match(rule, /size-adjust:107\.91%/); // 1.2 / 1.112
  assert.match(rule, /ascent-override:83\.40%/); // 0.9 / 1.07914
  assert.match(rule, /descent-override:27\.80%/);
  assert.match(rule, /line-gap-override:0\.00%/);
});

test('a browser looks for the face under every name that systems have for one of its widths', () => {
  assert.match(rules({})[0], /src:local\("ArialMT"\),local\("LiberationSans"\),local\("Arimo-Regular"\);/);
});

test('a light face and a bold one share the weights between them, a face alone has them all', () => {
  const weights = (/** @type {string[]} */ made) => made.map((rule) => /font-weight:([^;]+)/.exec(rule)?.[1]);
  assert.deepEqual(weights(rules({ widths: [{ weight: 400, width: 1 }, { weight: 600, width: 1 }] })), ['1 500', '501 1000']);
  assert.deepEqual(weights(rules({})), ['1 1000']);
});

test('each system has its rules, and one that is not known is an error', () => {
  assert.equal(rules({ systems: ['Georgia', 'Times New Roman'] }).length, 2);
  assert.throws(() => rules({ systems: ['Papyrus'] }), /no normal Papyrus of weight 400/);
});

test('what some system lacks is not measured, and white space counts once', () => {
  assert.equal(measurable('a  ∂b\n×'), 'a b ×');
});
