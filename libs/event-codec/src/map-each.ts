/**
 * Each of what comes, made into something else, at once or not. As a generator with `yield` would do it, in fewer turns: who opens a long stream
 * waits for each event of it.
 */
export const mapEach = <One, Other>(source: AsyncIterable<One>, map: (one: One) => Other | Promise<Other>): AsyncIterable<Other> => ({
  [Symbol.asyncIterator]: () => {
    const each = source[Symbol.asyncIterator]()
    let isOver = false
    const over = () => {
      isOver = true
      return { done: true, value: undefined } as const
    }
    /** Whoever gave what came is told that nothing more is wanted. */
    const failed = async (error: unknown): Promise<never> => {
      isOver = true
      await each.return?.()
      throw error
    }
    const step = (next: IteratorResult<One, unknown>): IteratorResult<Other, undefined> | Promise<IteratorResult<Other, undefined>> => {
      if (next.done === true) return over()
      try {
        const made = map(next.value)
        return made instanceof Promise ? made.then(value => ({ done: false, value }), failed) : { done: false, value: made }
      } catch (error) {
        return failed(error)
      }
    }
    return {
      next: () => isOver ? Promise.resolve(over()) : each.next().then(step),
      return: async () => {
        await each.return?.()
        return over()
      },
    }
  },
})
