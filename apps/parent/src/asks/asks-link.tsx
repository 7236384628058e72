import { buttonClass } from '@samenspel/ui'
import { Link } from 'wouter'
import { usePageText } from '../texts.ts'

/** Where a parent asks for somebody else, or for no shared file; the first load doesn't know of it. */
export const asksPath = '/anders'

/** @param isAboutFile from a page about sharing */
export const AsksLink = ({ isAboutFile = false }: { readonly isAboutFile?: boolean }) => <Link href={asksPath} className={buttonClass('secondary', true)}>{usePageText()(isAboutFile ? 'asks.link.file' : 'asks.title')}</Link>
