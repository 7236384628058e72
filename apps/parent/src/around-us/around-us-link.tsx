import { buttonClass } from '@samenspel/ui'
import { Link } from 'wouter'
import { usePageText } from '../texts.ts'

/** Where the people and places of the family stand; the first load doesn't know of it. */
export const aroundUsPath = '/om-ons-heen'

export const AroundUsLink = () => <Link href={aroundUsPath} className={buttonClass('secondary', true)}>{usePageText()('around.title')}</Link>
