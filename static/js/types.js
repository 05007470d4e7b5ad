/**
 * @file The shapes that modules share: what crosses the wire (docs/protocol.md), what the store holds
 * (docs/architecture.md), and what the figures are given to draw. Types only; nothing is exported at run
 * time.
 */

// What crosses the wire, as generated from the server's own types ------------------------------------------

/** @typedef {import('./wire/protocol.d.ts').Task} Task */
/** @typedef {import('./wire/protocol.d.ts').FeatureName} FeatureName */
/** @typedef {import('./wire/protocol.d.ts').ActivationName} ActivationName */
/** @typedef {import('./wire/protocol.d.ts').OutputName} OutputName */
/** @typedef {import('./wire/protocol.d.ts').Experiment} Experiment */
/** @typedef {import('./wire/protocol.d.ts').Point} Point */
/** @typedef {import('./wire/protocol.d.ts').Progress} Progress */
/** @typedef {import('./wire/protocol.d.ts').Checkpoint} Checkpoint */
/** @typedef {import('./wire/protocol.d.ts').Frame} Frame */
/** @typedef {import('./wire/protocol.d.ts').Limits} Limits */
/** @typedef {import('./wire/protocol.d.ts').Options} Options */
/** @typedef {import('./wire/protocol.d.ts').ChoiceOption} ChoiceOption */
/** @typedef {Options['datasets'][number]} Dataset */
/** @typedef {import('./wire/protocol.d.ts').Command} Command   without its id, which the connection chooses */
/** @typedef {import('./wire/protocol.d.ts').PointEdit} Edit */
/** @typedef {import('./wire/protocol.d.ts').StateEvent} StateEvent */
/** @typedef {import('./wire/protocol.d.ts').AckEvent} AckEvent */
/** @typedef {import('./wire/protocol.d.ts').ErrorEvent} ErrorEvent */
/** @typedef {import('./wire/protocol.d.ts').TraceEvent} TraceEvent */
/** @typedef {import('./wire/protocol.d.ts').InspectionEvent} InspectionEvent */
/** @typedef {import('./wire/protocol.d.ts').InspectionEndedEvent} InspectionEndedEvent */
/** @typedef {import('./wire/protocol.d.ts').TakenOutEvent} TakenOutEvent */
/** @typedef {import('./wire/protocol.d.ts').MomentEvent} MomentEvent */
/** @typedef {import('./wire/protocol.d.ts').StatusEvent['status']} TrainingStatus */
/** @typedef {Omit<ErrorEvent, 'type' | 'id'>} Refusal */
/** @typedef {Omit<import('./wire/protocol.d.ts').DivergedEvent, 'type'>} Divergence */
/** @typedef {import('./wire/protocol.d.ts').ReachedEvent} ReachedEvent */
/** @typedef {Omit<StateEvent, 'type'>} SessionState */
/**
 * @typedef {Omit<import('./wire/protocol.d.ts').WelcomeEvent, 'state'> & {state: SessionState, resuming?: boolean,
 *   restored?: Restored | null}}
 *   WelcomeEvent   `resuming` is added by the connection: the page's own state is loaded next, so this one is void;
 *   `restored` by a page that comes back
 */
/** @typedef {Exclude<import('./wire/protocol.d.ts').ServerEvent, {type: 'welcome'}> | WelcomeEvent} ServerEvent */

// Edits of points -------------------------------------------------------------------------------------

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
 * @typedef {Object} Axis   an axis in the units of a table: own = offset + factor × place on the plane
 * @property {string} name for people; empty where there is none
 * @property {string} unit such as "cm", or empty
 * @property {number} offset the own value at 0 of the plane
 * @property {number} factor how much of the own unit a step of 1 on the plane is; never 0
 */
/**
 * @typedef {Object} TakenTable   a table that was taken in: what its points are called, for as long as there are any
 * @property {string} name
 * @property {number} first   id of its first point
 * @property {number} last    id of its last point
 * @property {{x1: Axis, x2: Axis, target: Axis | null, more?: Axis[]}} axes   `more`: of further columns, x3 and so on
 * @property {string[]} classes   their names; none where the marks' names do
 * @property {string} [formula]   that they were drawn by
 */
/**
 * @typedef {Object} Moment   all that there is at one time, as the server confirmed it
 * @property {Experiment} experiment
 * @property {Point[]} points
 * @property {Progress} progress
 * @property {History} history
 * @property {Drawn | null} drawn
 * @property {TakenTable[]} tables
 */
/**
 * @typedef {Moment & {undo: {past: UndoEntry[], future: UndoEntry[]}}} Restored   what a page comes back with
 */
/**
 * @typedef {Object} UndoEntry   one thing that a person did (docs/decisions/0012-undo.md)
 * @property {number} key
 * @property {Command} deed             the command that it was, for its name
 * @property {Experiment | null} was    the experiment before it, for its name
 * @property {string} [name]            its name, where the command does not say it
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
 * @property {Command | null} command   null: of a resumption, which the connection sends
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
 * @property {boolean} [asleep]          the server let go of this page, which did nothing for long; it comes back at the next touch
 * @property {number | null} close_code   why the last socket closed (1001, 1008, 1009, 1013, 4403, 4408, ...); it stays through the next try
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
 * @property {ReachedEvent | null} reached   where training last paused by itself
 * @property {History} history
 * @property {Drawn | null} drawn             the data set that was drawn last
 * @property {TakenTable[]} tables            the tables that were taken in since, the newest first
 * @property {{past: UndoEntry[], future: UndoEntry[]}} undo
 * @property {TraceEvent | null} trace                          the newest pass that was asked for
 * @property {InspectionEvent | InspectionEndedEvent | null} inspection   the newest look at a parameter
 * @property {TakenOutEvent | null} taken_out                   the newest file that was asked for
 * @property {MomentEvent | null} moment                        the newest step of the past that was made again
 * @property {Refusal | null} error
 */

/**
 * @typedef {{type: 'frame', frame: Frame}
 *   | {type: 'connection', connection: ConnectionState}
 *   | {type: 'edit', edit: Edit, id: number | null, key: number}
 *   | {type: 'drag', edit: Edit | null}
 *   | {type: 'change', change: PendingChange, entry: UndoEntry | null}
 *   | {type: 'remember', entry: UndoEntry} | {type: 'forget', key: number}
 *   | {type: 'take_table', table: TakenTable}
 *   | {type: 'undone'} | {type: 'redone'} | {type: 'regained', with: Partial<Pick<State, 'undo' | 'history' | 'drawn' | 'tables'>>} | {type: 'dismiss_error'}} LocalAction   what happens in the
 *   browser: an edit's `id` is its command's (null: there is no connection), its `key` that of the undo entry
 *   it belongs to; a `drag` is not sent yet; a `change` was sent, with the entry that it is (null: it walks one)
 */
/** @typedef {ServerEvent | LocalAction} Action */

export {};
