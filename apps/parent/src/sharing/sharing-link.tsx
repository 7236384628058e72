import { buttonClass } from '@samenspel/ui'
import { Link } from 'wouter'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'

/** To the page about who may see what. */
export const SharingLink = () => <Link href={paths.sharing} className={buttonClass('secondary', true)}>{usePageText()('sharing.title')}</Link>
