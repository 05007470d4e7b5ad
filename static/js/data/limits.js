/**
 * How much of a table is read. A server's `max_points` says how many points it takes.
 */

export const MOST_BYTES = 5_000_000;
export const MOST_COLUMNS = 50;
/** Rows that are looked at; as many of them as a server takes become points. */
export const MOST_ROWS = 100_000;
/** The plane tells so many classes apart. */
export const MOST_CLASSES = 4;
/** Columns that are further inputs, beside the plane's two: seven inputs in all. */
export const MOST_FURTHER = 5;
/** Names of columns and classes are cut here, to be shown. */
export const LONGEST_NAME = 32;
/** What is quoted of a cell. */
export const LONGEST_QUOTE = 24;
