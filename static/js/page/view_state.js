/**
 * What only the page knows, by the feature that owns it. Every field is tracked: a view that reads one is told of its changes.
 */
import { createBrushState } from './brush/state.js';
import { createCloserState } from './closer/state.js';
import { createConnectionState } from './connection/state.js';
import { createFirstState } from './first/state.js';
import { createFollowState } from './follow/state.js';
import { createHealthState } from './health/state.js';
import { createInspectorState } from './inspector/state.js';
import { createKeptState } from './kept/state.js';
import { createInsteadState } from './instead/state.js';
import { createKeyboardState } from './keyboard/state.js';
import { createLessonsState } from './lessons/state.js';
import { createLossState } from './loss/state.js';
import { createMountainState } from './mountain/state.js';
import { createNetworkState } from './network/state.js';
import { createPastState } from './past/state.js';
import { createPlaneState } from './plane/state.js';
import { createReadingState } from './reading/state.js';
import { createRecoveryState } from './recovery/state.js';
import { createToolsState } from './tools/state.js';
import { createTransportState } from './transport/state.js';
import { createWallState } from './wall/state.js';

/** Who was here before. */
const SEASONED = { newcomer: false, settings: true, key: false };

/**
 * @param {object} [remembered] by this browser
 * @param {boolean} [remembered.single_keys]
 * @param {boolean} [remembered.fresh_passes]
 * @param {boolean} [remembered.projector]
 * @param {{newcomer: boolean, settings: boolean, key: boolean}} [remembered.visit]
 */
export function createViewState({ single_keys = true, fresh_passes = true, projector = false, visit = SEASONED } = {}) {
  return Object.freeze({
    first: createFirstState(visit),
    plane: createPlaneState(),
    brush: createBrushState(),
    network: createNetworkState(),
    closer: createCloserState(),
    health: createHealthState(),
    follow: createFollowState(fresh_passes),
    inspector: createInspectorState(),
    instead: createInsteadState(),
    reading: createReadingState(),
    loss: createLossState(),
    mountain: createMountainState(),
    past: createPastState(),
    tools: createToolsState(),
    transport: createTransportState(),
    recovery: createRecoveryState(),
    connection: createConnectionState(),
    kept: createKeptState(),
    lessons: createLessonsState(),
    keyboard: createKeyboardState(single_keys),
    wall: createWallState(projector),
  });
}

/** @typedef {ReturnType<typeof createViewState>} ViewState */
