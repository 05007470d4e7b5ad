/** Everything that is said in a pass, and what is wrong with it. */

import { mostMoved } from '../../../../static/js/page/follow/pass.js';
import { captionOf } from '../../../../static/js/trace/captions/index.js';
import { lineTex } from '../../../../static/js/trace/captions/tex.js';
import { neuronsOf, phasesOf } from '../../../../static/js/trace/phases.js';
import { questionBefore, verdictOn } from '../../../../static/js/trace/questions.js';
import { faultOf } from '../arithmetic.js';
import { faultsOf } from './claims.js';

/** @typedef {import('../../../../static/js/trace/types.js').Subject} Subject */

/** @param {Subject} subject */
const phases = ({ architecture, trace }) => phasesOf(architecture.layers, { update: trace.update !== null });

/** Every caption of a pass. @param {Subject} subject */
export function captionsOf(subject) {
  return phases(subject).flatMap((phase) => {
    const walked = neuronsOf(phase, subject.architecture.sizes);
    const told = phase.kind === 'input' || phase.kind === 'cost' ? walked.slice(0, 1) : walked;
    return told.map(({ layer, neuron }, walk) => {
      const source = phase.kind === 'update' ? (walk % 2 ? null : mostMoved(subject, { layer, neuron })) : null;
      return { phase, caption: captionOf(subject, phase, walk, source), moment: { subject, layer, neuron, source } };
    });
  });
}

/** Of a pass's words. @param {Subject} subject */
export function wordFaults(subject) {
  const captions = captionsOf(subject);
  const faults = captions.flatMap(({ phase, caption, moment }) =>
    faultsOf([caption.title, ...caption.sentences, caption.spoken], caption.claims, moment).map((fault) => `${phase.kind}: ${fault}`));
  return { faults, checked: captions.length };
}

/** Of its printed lines; the cost's own have a test that knows their tails. @param {Subject} subject */
export function lineFaults(subject) {
  const lines = captionsOf(subject).filter(({ phase }) => phase.kind !== 'cost')
    .flatMap(({ caption }) => caption.equations.flatMap(({ calculations }) =>
      calculations.map((calculation) => lineTex({ ...calculation, beside: undefined }))));
  return { faults: lines.map(faultOf).filter((fault) => fault !== null), checked: lines.length };
}

/** Of what is asked before its phases, and of every verdict. @param {Subject} subject */
export function questionFaults(subject) {
  let checked = 0;
  const faults = phases(subject).flatMap((phase) => {
    const question = questionBefore(subject, phase);
    if (!question) return [];
    checked++;
    const { right, options, prompt } = question;
    const choice = right.length > 0 && right.length < options.length ? [] : ['nothing to choose'];
    const said = [prompt, ...options.map(({ value }) => verdictOn(question, value).sentence)];
    return [...choice, ...said.flatMap(({ text, claims }) => faultsOf([text], claims, { subject, layer: phase.layer, neuron: 0 }))];
  });
  return { faults, checked };
}
