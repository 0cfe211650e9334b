import {
  Constant,
  ExpressionFunctions,
  ExpressionType,
  type MemoryInterface,
  type ValueWithError,
} from 'adaptive-expressions';

/**
 * Lets templates read a field of their data (`${title}`) directly. The library takes the path apart at each reading and
 * compares all names, which is a fourth of the cost of a card. It still reads paths and fields that are missing.
 */
export function readFieldsDirectly(): void {
  const accessor = ExpressionFunctions.standardFunctions.get(ExpressionType.Accessor);
  if (accessor === undefined) return;
  const readPath = accessor.tryEvaluate;
  accessor.tryEvaluate = (expression, state, options) => {
    const [name, scope] = expression.children;
    const isField = name instanceof Constant && scope === undefined;
    const value = isField ? readField(state, String(name.value)) : undefined;
    return value == null ? readPath(expression, state, options) : ({ value } as ValueWithError);
  };
}

/** The templating library keeps the data at hand in `$data`. */
function readField(state: MemoryInterface & { readonly $data?: unknown }, name: string): unknown {
  const { $data: data } = state;
  return typeof data === 'object' && data !== null && Object.hasOwn(data, name)
    ? Reflect.get(data, name)
    : undefined;
}
