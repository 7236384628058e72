import { buttonClass } from '@samenspel/ui'
import { Link } from 'wouter'
import { usePageText } from '../texts.ts'

/** Where a family chooses who helps; the first load doesn't know of it. */
export const helpPath = '/hulp'

export const HelpLink = ({ isAsked = false }: { readonly isAsked?: boolean }) => <Link href={helpPath} className={buttonClass(isAsked ? 'primary' : 'secondary', true)}>{usePageText()(isAsked ? 'choosing.toChoose' : 'choosing.title')}</Link>
