export type Value = string | number | boolean;

export type Control =
  | { readonly kind: 'toggle' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | {
      readonly kind: 'choice';
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    };

/** A switch as the page shows it. */
export interface SwitchView {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly control: Control;
  readonly value: Value;
  /** Value after `reset`. */
  readonly initial: Value;
}

export interface Switch extends Omit<SwitchView, 'value'> {
  read(): Value;
  /** Called only with a value that the control offers. */
  write(value: Value): void;
}
