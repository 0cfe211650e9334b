/** An Adaptive Card as JSON, version 1.5. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly [property: string]: unknown;
}
