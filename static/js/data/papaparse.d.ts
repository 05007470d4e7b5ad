// What is used of Papa Parse, which has no types of its own.
declare module 'papaparse' {
  interface ParseResult {
    data: string[][];
    errors: Array<{ type: string; code: string; row?: number }>;
    meta: { aborted: boolean; truncated: boolean; cursor: number };
  }
  interface ParseConfig {
    delimiter: string;
    newline: '\n';
    quoteChar: string;
    preview?: number;
    step?: (result: { data: string[]; errors: ParseResult['errors']; meta: ParseResult['meta'] }) => void;
  }
  const Papa: { parse(text: string, config: ParseConfig): ParseResult };
  export default Papa;
}
