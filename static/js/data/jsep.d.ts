// What is used of jsep: its own types export in a way that modules can't.
export interface Expression {
  type: string;
  [field: string]: unknown;
}
declare const jsep: {
  (text: string): Expression;
  addUnaryOp(sign: string): void;
  addBinaryOp(sign: string, precedence: number, isRightAssociative?: boolean): void;
  removeAllBinaryOps(): void;
  removeAllUnaryOps(): void;
  removeAllLiterals(): void;
};
export default jsep;
