import { webProject } from '../../jest.base.mjs'

export default { ...webProject, displayName: 'desk' }
