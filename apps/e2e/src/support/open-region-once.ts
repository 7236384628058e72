import { openRegionOnce } from './instance.ts'

export default openRegionOnce
