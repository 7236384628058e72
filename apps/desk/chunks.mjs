// Into which files the code of the pages goes. Left alone, every set of pages that share something gets a file of its own, and the page of a
// family comes in eighty pieces, six at a time. So what is small is put together with what almost the same pages share, within bounds that
// keep a page from loading much of what belongs to another.

/** In bytes, before they are packed: a piece that is smaller goes together with its nearest neighbour. */
const small = { door: 6_000, first: 4_000, shared: 9_000 }

/** Whether a page needs a module before it shows anything. */
const neededBy = (page) => {
  let known
  const from = (id, context, found) => {
    if (found.has(id)) return found
    found.add(id)
    for (const other of context.getModuleInfo(id)?.importedIds ?? []) from(other, context, found)
    return found
  }
  return (id, context) => {
    known ??= from(`${import.meta.dirname}/${page}`, context, new Set())
    return known.has(id)
  }
}

/** Groups, of which each takes what those before it left, with what that imports. */
export const groups = () => {
  const [byDoor, byTablet] = ['verwijzen.html', 'tablet.html'].map(neededBy)
  const together = { entriesAware: true, minShareCount: 2 }
  return [
    // The front door is opened on a phone, by somebody who has nothing of the desk yet: nothing else comes to what it needs.
    { name: (id, context) => byDoor(id, context) ? 'door' : null, priority: 5, ...together, entriesAwareMergeThreshold: small.door },
    // The look of all pages of the desk is smaller than one picture, and comes with the first of them.
    { name: (id, context) => byTablet(id, context) ? null : 'styles', test: /\.module\.css/, priority: 4 },
    // Large, and needed by few: packages, all questions to the API, and what is made with React Aria.
    { name: 'others', test: /node_modules|graphql-documents|libs[\\/]ui[\\/]src[\\/]desk/, priority: 3, ...together },
    { name: 'first', tags: ['$initial'], priority: 2, ...together, entriesAwareMergeThreshold: small.first },
    { name: 'shared', priority: 1, ...together, entriesAwareMergeThreshold: small.shared },
  ]
}

/** A group with the names of all pages that share it is too long for an address. */
const short = (name = 'page') => name.split('~')[0]
export const names = {
  chunkFileNames: ({ name }) => `assets/${short(name)}-[hash].js`,
  assetFileNames: ({ names: [name] }) => name?.endsWith('.css') ? `assets/${short(name.slice(0, -'.css'.length))}-[hash].css` : 'assets/[name]-[hash][extname]',
}
