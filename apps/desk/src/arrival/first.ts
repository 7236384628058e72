// Runs before all else, small: while the program is on its way, what the address needs is asked for as well.
import { loadDeskTexts } from '@samenspel/intl/desk'
import { askEarly } from './asked.ts'
import { preferred, questionOf, whoLooks } from './needs.ts'
import { fetchPage, pageAt } from './pages.ts'

const address = location.pathname.slice('/desk'.length)
askEarly(whoLooks)
const question = questionOf(address, location.search)
if (question !== undefined) askEarly(question)
// What doesn't come is asked for again by the program, which says so.
loadDeskTexts(preferred()).catch(() => undefined)
fetchPage(pageAt(address)).catch(() => undefined)
