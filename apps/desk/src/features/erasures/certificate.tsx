import { Button, useDates } from '@samenspel/ui'
import type { ReactNode } from 'react'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import type { Erasure } from './erasure.ts'
import styles from './erasures.module.css'

type Props = { readonly erasure: Erasure; readonly certificate: NonNullable<Erasure['certificate']> }

/** The certificate in words, to read and to print; and as it was signed, to keep and to check. */
export const Certificate = ({ erasure, certificate }: Props) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const granted = erasure.records.filter(({ isGranted }) => isGranted)
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [text('certificate.subject'), <Code key="subject">{certificate.subject}</Code>],
    [text('certificate.decided'), text('certificate.decidedValue', { date: dates.fullMoment(certificate.decidedAt), person: certificate.decidedBy.slice(0, 8), organisation: certificate.decidedFor })],
    [text('certificate.ground'), erasure.grantGround === null ? '' : text(`erasure.grant.${erasure.grantGround}`)],
    [text('certificate.records'), granted.map(({ name }) => name).join(', ')],
    [text('certificate.events'), text('certificate.eventsValue', { count: certificate.events })],
    [text('certificate.destroyed'), dates.fullMoment(certificate.destroyedAt)],
    [text('certificate.backups'), dates.date(certificate.keyBackupsEndOn)],
    [text('certificate.recipients'), certificate.recipients.length === 0 ? text('certificate.recipients.none') : certificate.recipients.join(', ')],
    [text('certificate.leaves'), <Code key="leaves">{certificate.leaves}</Code>],
    [text('certificate.tree'), <Code key="tree">{text('certificate.treeValue', { size: certificate.treeSize, root: certificate.treeRoot })}</Code>],
    [text('certificate.keys'), <>{certificate.keys.map((key) => <Code key={key}>{key}</Code>)}</>],
    [text('certificate.epoch'), <Code key="epoch">{text('certificate.epochValue', { before: certificate.epochBefore, after: certificate.epochAfter })}</Code>],
    [text('certificate.at'), dates.fullMoment(certificate.at)],
    [text('certificate.fingerprint'), <Code key="fingerprint">{certificate.fingerprint}</Code>],
  ]
  return (
    <Section title={text('certificate.title')}>
      <div className={styles['certificate']}>
        <p>{text('certificate.intro')}</p>
        <dl className={styles['facts']}>{facts.map(([label, value]) => <Fact key={label} label={label}>{value}</Fact>)}</dl>
        <p className={styles['soft']}>{text('certificate.check')}</p>
        <div className={styles['row']}>
          <Button onClick={() => save(`${erasure.caseNumber}-${certificate.fingerprint}.json`, certificate.json)}>{text('certificate.download')}</Button>
          <Button kind="secondary" onClick={() => print()}>{text('certificate.print')}</Button>
        </div>
      </div>
    </Section>
  )
}

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => <><dt>{label}</dt><dd>{children}</dd></>
const Code = ({ children }: { readonly children: ReactNode }) => <span className={styles['code']}>{children} </span>

/** Lets the browser save a text as a file. */
const save = (name: string, content: string): void => {
  const address = URL.createObjectURL(new Blob([`${content}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
