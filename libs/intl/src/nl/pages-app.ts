import { pages } from './pages.ts'

export const texts = { ...pages }
