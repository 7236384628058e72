import { buttonClass } from '@samenspel/ui'
import { Link } from 'wouter'
import { paths } from '../paths.ts'
import { usePageText } from '../texts.ts'

/** To the plan in plain words; it says so when this parent is asked what they think of it, or whether others may learn from it. */
export const PlanLink = ({ asks }: { readonly asks: 'plan.asks' | 'plan.asksCard' | undefined }) =>
  <Link href={paths.plan} className={buttonClass(asks === undefined ? 'secondary' : 'primary', true)}>{usePageText()(asks ?? 'plan.link')}</Link>
