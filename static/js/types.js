/**
 * @file The shapes that modules share: what crosses the wire (docs/protocol.md), what the store holds
 * (docs/architecture.md), and what the figures are given to draw. Types only; nothing is exported at run
 * time.
 */

// What crosses the wire -------------------------------------------------------------------------------

/** @typedef {'classification' | 'regression'} Task */
/** @typedef {keyof typeof import('./network/choices.js').FEATURE_WORDS} FeatureName */
/** @typedef {keyof typeof import('./network/choices.js').ACTIVATION_WORDS} ActivationName */
/** @typedef {keyof typeof import('./network/choices.js').OUTPUT_WORDS} OutputName */

/**
 * @typedef {Object} Experiment
 * @property {FeatureName[]} features
 * @property {number[]} hidden            sizes of layers 2..n-1
 * @property {Task} task
 * @property {number} classes
 * @property {ActivationName} activation
 * @property {OutputName} output
 * @property {keyof typeof import('./network/choices.js').COST_WORDS} cost
 * @property {keyof typeof import('./trace/rules.js').RULES} optimizer
 * @property {number} learning_rate
 * @property {number} momentum
 * @property {number} decay
 * @property {number} l1
 * @property {number} l2
 * @property {number} batch_size
 * @property {boolean} shuffle
 * @property {'glorot' | 'he' | 'lecun' | 'uniform' | 'zeros'} initializer
 * @property {number} seed
 */

/**
 * @typedef {Object} Point
 * @property {number} id
 * @property {number} x1
 * @property {number} x2
 * @property {number} target   the class (0, 1, ...), or the real target in regression
 * @property {boolean} test
 */

/**
 * @typedef {Object} LastBatch   the batch of the last update
 * @property {number | null} cost   before its update, null where it was not finite
 * @property {number} samples
 * @property {string} update        θ_new − θ_old, as `parameters` of a progress
 */

/**
 * @typedef {Object} Progress
 * @property {number} step
 * @property {number} epoch
 * @property {number} batch
 * @property {string} parameters                  θ: base64 of little-endian float64
 * @property {Record<string, string>} optimizer   named state vectors, each as `parameters`
 * @property {LastBatch | null} [last_batch]      null or absent where nothing is known of it
 */

/** @typedef {{version: 1, experiment: Experiment, points: Point[], progress: Progress}} Checkpoint */

/**
 * @typedef {Object} Frame
 * @property {boolean} training
 * @property {boolean} kept            it answers a command, so it was not dropped
 * @property {number} revision
 * @property {number} step
 * @property {number} epoch
 * @property {number} train_cost       NaN without points
 * @property {number} test_cost        NaN without points
 * @property {number} batch_cost       NaN before the first update
 * @property {number} train_accuracy   share, NaN in regression
 * @property {number} test_accuracy    share, NaN in regression
 * @property {number} measured_rate    updates per second
 * @property {number} batch_samples
 * @property {Float32Array} parameters   θ
 * @property {Float32Array} update       θ_new − θ_old of the last update
 */

/** @typedef {Record<string, number>} Limits */
/** @typedef {{title: string, words: string}} ChoiceOption */
/**
 * @typedef {Object} Options   what each choice of an experiment can be, by its name and in order
 * @property {Record<string, ChoiceOption>} features
 * @property {Record<string, ChoiceOption & {outputs: string[]}>} task
 * @property {Record<string, ChoiceOption>} activation
 * @property {Record<string, ChoiceOption & {costs: string[]}>} output
 * @property {Record<string, ChoiceOption>} cost
 * @property {Record<string, ChoiceOption & {settings: ('momentum' | 'decay')[], vectors: string[], counts: string[]}>} optimizer
 * @property {Record<string, ChoiceOption>} initializer
 * @property {{name: string, title: string, task: Task | null, classes: number | null, preview: number[][]}[]} datasets
 */
/** @typedef {'paused' | 'training' | 'diverged'} TrainingStatus */

/**
 * @typedef {Object} SessionState   what `welcome.state` and the event `state` carry
 * @property {number} revision
 * @property {Experiment} experiment
 * @property {Point[]} points
 * @property {boolean} training
 * @property {number | null} updates_per_second
 * @property {Progress} progress
 * @property {string} reason
 */

/**
 * @typedef {Object} WelcomeEvent
 * @property {'welcome'} type
 * @property {number} protocol
 * @property {Limits} limits
 * @property {Options} options
 * @property {SessionState} state
 * @property {boolean} [resuming]   added by the connection: the page's own state is loaded next, so this one
 *   is void
 */
/** @typedef {{type: 'state'} & SessionState} StateEvent */
/**
 * @typedef {{type: 'status', status: TrainingStatus, updates_per_second: number | null, step: number}}
 *   StatusEvent
 */
/** @typedef {{type: 'ack', id: number, revision: number, step: number}} AckEvent */
/** @typedef {{message: string, code: string, field: string | null, given: any, allowed: any}} Refusal */
/** @typedef {{type: 'error', id: number | null} & Refusal} ErrorEvent */
/** @typedef {{type: 'checkpoint', revision: number, progress: Progress}} CheckpointEvent */
/**
 * @typedef {Object} Divergence
 * @property {number} step
 * @property {'cost' | 'parameter'} what
 * @property {number} learning_rate
 * @property {number} revision
 * @property {Progress} progress   the last finite one
 */
/** @typedef {{type: 'diverged'} & Divergence} DivergedEvent */
/**
 * A point's pass, and a parameter's look through it, as they crossed the wire (docs/protocol.md, Traces);
 * `trace/decode.js` makes vectors of their texts.
 * @typedef {{type: 'trace', revision: number, step: number, [field: string]: any}} TraceEvent
 */
/** @typedef {{type: 'inspection', revision: number, step: number, [field: string]: any}} InspectionEvent */
/** @typedef {{type: 'inspection_ended', revision: number, message: string}} InspectionEndedEvent */
/**
 * @typedef {WelcomeEvent | StateEvent | StatusEvent | AckEvent | ErrorEvent | CheckpointEvent | DivergedEvent
 *   | TraceEvent | InspectionEvent | InspectionEndedEvent} ServerEvent
 */
/** @typedef {{type: string, [field: string]: any}} Command   without its id, which the connection chooses */

// Edits of points -------------------------------------------------------------------------------------

/** @typedef {{id: number, x1: number, x2: number}} Position */
/**
 * @typedef {{type: 'add_points', points: Point[]}
 *   | {type: 'move_points', points: Position[]}
 *   | {type: 'remove_points', ids: number[]}
 *   | {type: 'set_targets', ids: number[], target: number}
 *   | {type: 'replace_points', points: Point[]}} Edit   each is at once a command of the wire
 */
/**
 * @typedef {{type: 'put_back', points: Point[], places: number[]}} PutBack   removed points, to be put where they
 *   were: each becomes the one of its place, in increasing order. Not a command: what the wire is told depends on
 *   the points that there are by then
 */

// What a person did -----------------------------------------------------------------------------------

/**
 * @typedef {Object} Sample   the wish that a data set was drawn by
 * @property {string} dataset
 * @property {number} count
 * @property {number} noise
 * @property {number} test_share
 * @property {number} seed
 */
/**
 * @typedef {Sample & {points: Point[]}} Drawn   a sample with the points as they were drawn, so that the page
 *   notices when they are no longer there
 */
/**
 * @typedef {Object} Moment   all that there is at one time, as the server confirmed it
 * @property {Experiment} experiment
 * @property {Point[]} points
 * @property {Progress} progress
 * @property {History} history
 * @property {Drawn | null} drawn
 */
/**
 * @typedef {Object} UndoEntry   one thing that a person did (docs/decisions/0012-undo.md)
 * @property {number} key
 * @property {Command} deed             the command that it was, for its name
 * @property {Experiment | null} was    the experiment before it, for its name
 * @property {{undo: (Edit | PutBack)[], redo: Edit[]} | null} edits   how points are edited back and forth
 * @property {Moment | null} moment     where there are no edits: the other side, which undoing (or doing again)
 *   leads to. Null until the server answered
 * @property {UndoEntry[]} displaced    what could be done again before it, until the server took it
 */
/**
 * @typedef {Object} PendingChange   a command of a change that the server has not answered
 * @property {number | null} id      null: the checkpoint that a new session is resumed from
 * @property {number | null} key     of its entry
 * @property {'do' | 'undo' | 'redo'} way
 * @property {Command} command
 * @property {UndoEntry | null} walked   the entry that it undoes
 * @property {Moment | null} to      the moment that it leads back to
 * @property {Moment | null} from    the moment that it put an end to, as soon as that is known
 */

// The store -------------------------------------------------------------------------------------------

/**
 * @typedef {Object} ConnectionState
 * @property {'connecting' | 'live' | 'offline'} status
 * @property {number} since               milliseconds, by the connection's clock
 * @property {number} attempt             tries since the connection was last live
 * @property {number | null} retry_at     when the next try is due, or null
 * @property {number | null} close_code   why the last socket closed (1001, 1008, 1009, 1013, 4403, ...); it stays through the next try
 */

/** @typedef {import('./state/history.js').History} History */

/**
 * @typedef {Object} State
 * @property {ConnectionState} connection
 * @property {Limits | null} limits
 * @property {Options | null} options
 * @property {number} revision
 * @property {number} architecture_revision   the first revision that has the present architecture
 * @property {Experiment | null} experiment
 * @property {Point[]} points                 what is shown: `pending` applied to what the server confirmed
 * @property {{confirmed: Point[], progress: Progress | null, edits: {id: number, key: number, edit: Edit}[], drag: Edit | null,
 *   changes: PendingChange[]}} pending       what the server has, and what it has not answered, oldest first
 * @property {TrainingStatus} status
 * @property {number | null} updates_per_second
 * @property {Frame | null} frame
 * @property {Progress | null} progress     as a server takes it with `points`
 * @property {Divergence | null} diverged
 * @property {History} history
 * @property {Drawn | null} drawn             the data set that was drawn last
 * @property {{past: UndoEntry[], future: UndoEntry[]}} undo
 * @property {TraceEvent | null} trace                          the newest pass that was asked for
 * @property {InspectionEvent | InspectionEndedEvent | null} inspection   the newest look at a parameter
 * @property {Refusal | null} error
 */

/**
 * @typedef {{type: 'frame', frame: Frame}
 *   | {type: 'connection', connection: ConnectionState}
 *   | {type: 'edit', edit: Edit, id: number | null, key: number}
 *   | {type: 'drag', edit: Edit | null}
 *   | {type: 'change', change: PendingChange, entry: UndoEntry | null}
 *   | {type: 'remember', entry: UndoEntry} | {type: 'forget', key: number}
 *   | {type: 'undone'} | {type: 'redone'} | {type: 'dismiss_error'}} LocalAction   what happens in the
 *   browser: an edit's `id` is its command's (null: there is no connection), its `key` that of the undo entry
 *   it belongs to; a `drag` is not sent yet; a `change` was sent, with the entry that it is (null: it walks one)
 */
/** @typedef {ServerEvent | LocalAction} Action */

export {};
