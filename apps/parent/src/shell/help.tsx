import { VisuallyHidden } from '@samenspel/ui'
import { useText } from '../texts.ts'
import { dialOf, shortListOf, type HelpLine } from './help-lines.ts'
import styles from './help.module.css'
import type { Professional } from '../family/model.ts'

/** The numbers that are in sight on every page, whatever is on it. */
export const HelpStrip = ({ lines, now }: { readonly lines: readonly HelpLine[]; readonly now: { readonly date: string; readonly time: string } }) => {
  const text = useText()
  return (
    <div className={styles['strip']} role="group" aria-label={text('help.title')} data-print="never">
      <span className={styles['stripTitle']} aria-hidden="true">{text('help.short')}</span>
      {shortListOf(lines, now).map((line) => (
        <a key={line.kind} className={styles['number']} href={dialOf(line.number)}>
          <VisuallyHidden>{text('help.call', { label: line.label, number: '' })} </VisuallyHidden>
          {line.kind === 'OWN_GP' || line.kind === 'OUT_OF_HOURS_GP' ? text('help.gp') : shortNumber(line)}
        </a>
      ))}
    </div>
  )
}

/** 0800-0113 is known as 113. */
const shortNumber = ({ number }: HelpLine): string => number.length <= 4 ? number : /0800-0(113)$/.exec(number)?.[1] ?? number

/** All numbers, with whose they are. */
export const HelpFooter = ({ lines, coordinator }: { readonly lines: readonly HelpLine[]; readonly coordinator: Professional | undefined }) => {
  const text = useText()
  return (
    <footer className={styles['footer']}>
      <div className={styles['footerContent']}>
        <h2 className={styles['title']}>{text('help.title')}</h2>
        <p>{text('help.emergency')}</p>
        <ul className={styles['lines']}>
          {lines.map((line) => <li key={`${line.kind}${line.number}`}><Line label={line.label} number={line.number} /></li>)}
        </ul>
        {coordinator?.phone != null && !lines.some((line) => line.kind === 'COORDINATOR') && (
          <p className={styles['coordinator']}>
            {text('help.coordinator', { name: coordinator.name })} <a className={styles['inline']} href={dialOf(coordinator.phone)}><bdi>{coordinator.phone}</bdi></a>
          </p>
        )}
      </div>
    </footer>
  )
}

const Line = ({ label, number }: { readonly label: string; readonly number: string }) => (
  <a className={styles['line']} href={dialOf(number)}>
    <span>{label}</span> <bdi className={styles['digits']}>{number}</bdi>
  </a>
)
