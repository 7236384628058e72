// A store of ours, as the bench asks for it.
export const asCandidate = (store) => ({
  append: (stream, revision, events) => store.append(stream, revision === -1 ? 'none' : revision, events),
  read: async (stream) => { let count = 0; for await (const _ of store.readStream(stream)) count += 1; return count },
  readAll: async (limit) => { let count = 0; for await (const _ of store.readAll({ limit })) count += 1; return count },
  close: store.close,
})
