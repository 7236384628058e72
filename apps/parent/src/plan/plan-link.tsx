import { buttonClass } from '@samenspel/ui'
import { Link } from 'wouter'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'

/** To the plan in plain words; it says so when this parent is asked what they think of it. */
export const PlanLink = ({ isAsked }: { readonly isAsked: boolean }) => <Link href={paths.plan} className={buttonClass(isAsked ? 'primary' : 'secondary', true)}>{usePageText()(isAsked ? 'plan.asks' : 'plan.link')}</Link>
