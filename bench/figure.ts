/** One measured figure and its upper bound; a larger value fails the run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost: number;
}
