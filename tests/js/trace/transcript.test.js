import assert from 'node:assert/strict';
import test from 'node:test';

import { phasesOf } from '../../../static/js/trace/phases.js';
import { transcriptOf } from '../../../static/js/trace/transcript.js';
import { subjectOf } from './textbook.js';

test('the transcript tells every neuron of every phase', () => {
  const subject = subjectOf({ hidden: [3] });
  const parts = transcriptOf(subject, phasesOf(3, { update: false }));
  assert.deepEqual(parts.map(({ heading, lines }) => [heading, lines.length]), [
    ['Input', 1], ['Forward, layer 2', 3], ['Forward, layer 3', 2], ['Cost', 1],
    ['Backward, layer 3', 2], ['Backward, layer 2', 3], ['Gradients of this point', 5]]);
  assert.match(parts[1].lines[0], /^Neuron 1 of layer 2: the sum z is .* the activation a is /);
});
