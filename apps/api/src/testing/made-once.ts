import { access, cp, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Where the specs of this run find what one of them made (`jest.region.mjs`). */
const shared = () => process.env['SAMENSPEL_SPEC_REGIONS']!

const isThere = (path: string): Promise<boolean> => access(path).then(() => true, () => false)

/**
 * Copies a folder that takes long to make. The first spec of a run that asks for it makes it, and the others wait for that.
 * @param name of what is made
 * @param make fills the folder that it is given, and leaves nothing open
 * @param to where the copy goes
 */
export const copyOfMadeOnce = async (name: string, make: (folder: string) => Promise<void>, to: string): Promise<void> => {
  const [made, making] = [join(shared(), name), join(shared(), `${name} being made`)]
  while (!await isThere(made)) {
    if (await mkdir(making).then(() => true, () => false)) {
      try {
        // Another may have finished between the look and the beginning.
        if (await isThere(made)) await rm(making, { recursive: true })
        else {
          await make(making)
          await rename(making, made)
        }
      } catch (error) {
        await rm(making, { recursive: true, force: true })
        throw error
      }
    } else await setTimeout(50)
  }
  await cp(made, to, { recursive: true })
}
