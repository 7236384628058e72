/**
 * Each of what comes page by page. As a generator with `yield*` would give it, in fewer turns: who opens a long stream waits for each event of it.
 * One asks for the next once the one before has come.
 */
export const eachOf = <One>(pages: () => AsyncIterator<readonly One[], unknown>): AsyncIterable<One> => ({
  [Symbol.asyncIterator]: () => {
    const each = pages()
    let page: readonly One[] = []
    let at = 0
    const next = (): Promise<IteratorResult<One, undefined>> => {
      const value = page[at]
      if (at < page.length) {
        at += 1
        return Promise.resolve({ done: false, value: value as One })
      }
      return each.next().then((turned) => {
        if (turned.done === true) return { done: true, value: undefined }
        page = turned.value
        at = 0
        return next()
      })
    }
    return {
      next,
      return: async () => {
        page = []
        await each.return?.()
        return { done: true, value: undefined }
      },
    }
  },
})
