/** The program needs what Node has since then: its SQLite, and Temporal. An older one would end in the middle of loading, with words of its own. */
const oldestNode = 26

/** @returns what to do, in one sentence, where this Node can't run the program; it is looked at before anything else is loaded */
export const oldNode = (version: string = process.versions.node): string | undefined =>
  Number.parseInt(version, 10) >= oldestNode ? undefined
    : `Node ${version} can't run this program, which needs ${oldestNode} or newer. Start it with the one that was installed with it: node_modules/.bin/node.`
