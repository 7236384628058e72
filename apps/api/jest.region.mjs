// The folder in which the specs of one run share what takes long to make: src/testing/region-once.ts.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default async () => {
  const folder = process.env.SAMENSPEL_SPEC_REGIONS = await mkdtemp(join(tmpdir(), 'samenspel-regions-'))
  globalThis.takeAwayRegions = () => rm(folder, { recursive: true, force: true })
}
