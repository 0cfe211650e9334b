/** One measured figure, and the bound it has to keep. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost: number;
}
