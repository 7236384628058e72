import type { PrintedVisitQuery } from '@samenspel/graphql-documents/desk'
import { createDates, type Language } from '@samenspel/intl'
import { use } from 'react'
import { speaking, type Say } from './speaking.ts'
import styles from './visit-on-paper.module.css'

type Visit = PrintedVisitQuery['printedVisit']
type Part = Visit['parts'][number]
/** One page in large letters, in the language of who gets it, whatever language the desk speaks. */
export const VisitOnPaper = ({ visit, language, zone }: { readonly visit: Visit; readonly language: Language; readonly zone: string }) => {
  const say = use(speaking(language))
  const dates = createDates(language, zone)
  const { call } = visit
  const titles = { VISIT: 'print.visit', HOME: 'print.home', EVENING: 'print.evening', DIGITAL: 'print.digital' } as const
  return (
    <article className={styles['paper']} lang={language}>
      <p className={styles['for']}>{say('print.for', { name: visit.parent })}</p>
      <h2 className={styles['title']}>{say(titles[visit.kind])}</h2>
      <p className={styles['day']}>{dates.fullDay(visit.date)}</p>
      <p className={styles['times']}>{say('print.times', { start: dates.clock(visit.start), end: dates.clock(visit.end) })}</p>
      {visit.leaveAt !== null && visit.backAt !== null && <p>{say('print.leave', { leave: dates.clock(visit.leaveAt), back: dates.clock(visit.backAt) })}</p>}
      <ol className={styles['parts']}>
        {visit.parts.map((part) => (
          <li key={part.id}>
            <h3 className={styles['part']}>{dates.clock(part.start)} <span>{part.purpose ?? say('print.appointment')}</span></h3>
            <dl className={styles['facts']}>
              <Fact term={say('print.where')}>{whereIn(part, say)}</Fact>
              {part.professionals.length > 0 && <Fact term={say('print.with')}>{part.professionals.join(', ')}</Fact>}
              {part.goes !== '' && <Fact term={say('print.goes')}>{part.goes}</Fact>}
              {part.bring !== null && <Fact term={say('print.bring')}>{part.bring}</Fact>}
            </dl>
          </li>
        ))}
      </ol>
      {visit.minding !== null && <p><b>{say('print.minding')}:</b> {visit.minding}</p>}
      {call !== null && (
        <div className={styles['cancel']}>
          <h3>{say('print.cancelTitle')}</h3>
          <p className={styles['phone']}>{call.phone === null ? say('print.cancelNoPhone', { name: call.name }) : say('print.cancel', { name: call.name, phone: call.phone })}</p>
          <p>{say('print.cancelHint')}</p>
        </div>
      )}
    </article>
  )
}

const Fact = ({ term, children }: { readonly term: string; readonly children: string }) => <div><dt>{term}</dt><dd>{children}</dd></div>

const whereIn = ({ modality, placeName, address }: Part, say: Say): string => {
  if (modality === 'HOME') return say('print.atHome')
  if (modality === 'DIGITAL') return say('print.byPicture')
  const known = [placeName, address].filter((line) => line !== null)
  return known.length === 0 ? say('print.outside') : known.join(', ')
}
