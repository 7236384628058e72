// Into which files the code of the pages goes. Left alone, every set of pages that share something gets a file of its own, and the page of a
// family comes in eighty pieces, six at a time. So what is small is put together with what almost the same pages share, within bounds that
// keep a page from loading much of what belongs to another.

/** The piece that runs before all others. */
export const early = 'early'

/** In bytes, before they are packed: a piece that is smaller goes together with its nearest neighbour. */
const small = { others: 4_000, shared: 9_000 }

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
  const [byDoor, byTablet, byProgram, byFamily] = ['verwijzen.html', 'tablet.html', 'index.html', 'src/features/family/family-page.tsx'].map(neededBy)
  const shared = { minShareCount: 2 }
  const together = { entriesAware: true, ...shared }
  return [
    // What asks for the rest runs first, and needs nothing of it.
    { name: early, test: /desk[\\/]src[\\/]arrival/, priority: 8 },
    { name: 'asking', test: /desk[\\/]src[\\/](?:shell[\\/]paths|graph[\\/]address)\.ts|graphql-documents[\\/]src[\\/]trusted|intl[\\/]src[\\/](?:desk|language)\.ts|preload-helper/, priority: 9 },
    // The front door is opened on a phone, by somebody who has nothing of the desk yet: nothing else comes to what it needs.
    { name: (id, context) => byDoor(id, context) ? 'door' : null, priority: 7, ...shared },
    // The look of all pages of the desk is smaller than one picture, and comes with the first of them; that of a tablet by itself.
    { name: (id, context) => byTablet(id, context) ? 'looks' : 'styles', test: /\.module\.css/, priority: 6 },
    { name: 'router', test: /node_modules[\\/]react-router/, priority: 5 },
    { name: 'questions', test: /graphql-documents|node_modules[\\/](?:urql|@urql|wonka|@0no-co|graphql-ws)[\\/]/, priority: 5 },
    // Large, and needed by few: other packages, and what is made with React Aria.
    { name: 'others', test: /node_modules|libs[\\/]ui[\\/]src[\\/]desk/, priority: 4, ...together, entriesAwareMergeThreshold: small.others },
    { name: (id, context) => byTablet(id, context) ? 'first' : null, priority: 3, ...shared },
    { name: (id, context) => byProgram(id, context) ? 'program' : null, priority: 3 },
    // The other pages of a family are opened from this one.
    { name: (id, context) => byFamily(id, context) ? 'family' : null, priority: 2, ...shared },
    { name: 'shared', priority: 1, ...together, entriesAwareMergeThreshold: small.shared },
  ]
}

/** A group with the names of all pages that share it is too long for an address. */
const short = (name = 'page') => name.split('~')[0]
export const names = {
  chunkFileNames: ({ name }) => `assets/${short(name)}-[hash].js`,
  assetFileNames: ({ names: [name] }) => name?.endsWith('.css') ? `assets/${short(name.slice(0, -'.css'.length))}-[hash].css` : 'assets/[name]-[hash][extname]',
}
