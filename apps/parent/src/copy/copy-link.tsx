import { buttonClass } from '@samenspel/ui'
import { Link } from 'wouter'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'

/** To the page where one takes a copy along. */
export const CopyLink = () => <Link href={paths.copy} className={buttonClass('secondary', true)}>{usePageText()('copy.title')}</Link>
