import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { Analysis } from './analysis.ts'
import styles from './analysis.module.css'

type Props = { readonly spots: NonNullable<Analysis['blindSpots']> }

/** What nobody told about yet, and whom nobody heard, of what the viewer reads. */
export const BlindSpots = ({ spots }: Props) => {
  const text = useText()
  const groups = [
    [text('blind.parent'), spots.parents], [text('blind.discipline'), spots.disciplines],
    [text('blind.domain'), spots.domains.map((one) => text(`domain.${one}`))], [text('blind.layer'), spots.layers.map((one) => text(`layer.${one}`))],
  ] as const
  const open = groups.filter(([, words]) => words.length > 0)
  return (
    <Section title={text('blind.title')}>
      {open.length === 0 ? <p>{text('blind.none')}</p> : (
        <>
          <p className={page['soft']}>{text('blind.intro')}</p>
          <dl className={styles['spots']}>
            {open.map(([label, words]) => <div key={label}><dt>{label}</dt>{words.map((word) => <dd key={word}>{word}</dd>)}</div>)}
          </dl>
        </>
      )}
    </Section>
  )
}
