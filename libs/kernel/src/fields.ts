/** Without some of its fields, for each of a union by itself. */
export type Without<Value, Key extends PropertyKey> = Value extends unknown ? Omit<Value, Key> : never

/** A value without some of its fields. */
export const without = <Value extends object, Key extends keyof Value>(value: Value, ...fields: readonly Key[]): Without<Value, Key> =>
  Object.fromEntries(Object.entries(value).filter(([field]) => !(fields as readonly PropertyKey[]).includes(field))) as Without<Value, Key>
