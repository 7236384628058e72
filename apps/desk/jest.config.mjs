import { webProject } from '../../jest.base.mjs'

export default { ...webProject, displayName: 'desk', testTimeout: 30_000, setupFilesAfterEnv: ['<rootDir>/src/testing/setup.ts'] }
