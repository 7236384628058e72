/** Without some of its fields, for each of a union by itself. */
export type Without<Value, Key extends PropertyKey> = Value extends unknown ? Omit<Value, Key> : never

/** A value without some of its fields. */
export const without = <Value extends object, Key extends keyof Value>(value: Value, ...fields: readonly Key[]): Without<Value, Key> => {
  // Every event of a long file is folded with it: pairs of names and values would be most of that.
  const rest: Record<string, unknown> = {}
  for (const field of Object.keys(value)) if (!(fields as readonly PropertyKey[]).includes(field)) rest[field] = value[field as keyof Value]
  return rest as Without<Value, Key>
}
