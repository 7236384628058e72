import { Card, Icon } from '@samenspel/ui'
import { useId, type ReactNode } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { isAtHome, isDusk, placesOf, stopsOf, thingsToBring, type Appointment, type Bundle } from '../family/model.ts'
import { useJoin } from '../family/use-join.ts'
import { useText } from '../texts.ts'
import { Stops } from './stops.tsx'
import styles from './visit-card.module.css'
import { When } from './when.tsx'

type Props = {
  readonly bundle: Bundle
  readonly isFixed: boolean
  readonly level?: 2 | 3
  /** What stands under a stop. */
  readonly below?: (part: Appointment) => ReactNode
  /** What can be done with the whole. */
  readonly children?: ReactNode
}

/** One moment of the family on one card: a visit with its stops, or an evening at home. */
export const VisitCard = (props: Props) => isDusk(props.bundle) ? <DuskCard {...props} /> : <DayCard {...props} />

const DayCard = ({ bundle, isFixed, level = 2, below, children }: Props) => {
  const text = useText()
  const id = useId()
  const count = stopsOf(bundle).length
  return (
    <Card as="article" raised labelledBy={id}>
      <div className={styles['card']}>
        <When bundle={bundle} headingId={id} level={level} />
        {bundle.start !== null && <p className={styles['band']}>{text(isAtHome(bundle) ? 'visit.stopsHome' : 'visit.stops', { count })}</p>}
        <Stops bundle={bundle} isFixed={isFixed} below={below} />
        <Around bundle={bundle} />
        {children}
      </div>
    </Card>
  )
}

/** An evening or a call at home has a card of its own, in the colour of dusk. */
const DuskCard = ({ bundle, isFixed, level = 2, below, children }: Props) => {
  const text = useText()
  const id = useId()
  const isCall = stopsOf(bundle).every((part) => part.modality === 'DIGITAL')
  return (
    <Card as="article" tone="dusk" labelledBy={id}>
      <div className={styles['card']}>
        <p className={styles['duskTitle']}><Icon name={isCall ? 'video' : 'moon'} size={24} />{text(isCall ? 'dusk.call' : 'dusk.evening')}</p>
        <When bundle={bundle} headingId={id} level={level} />
        <Stops bundle={bundle} isFixed={isFixed} below={below} />
        {isCall && <p>{text('dusk.noTravel')}</p>}
        <Around bundle={bundle} />
        {children}
      </div>
    </Card>
  )
}

/** What goes around a visit: where, the way there and back, what to bring, and who minds the children. */
const Around = ({ bundle }: { readonly bundle: Bundle }) => {
  const text = useText()
  const { dates } = useFamilyView()
  const join = useJoin()
  const places = isAtHome(bundle) ? [] : placesOf(bundle)
  const written = stopsOf(bundle).flatMap(({ elsewhere }) => elsewhere?.place ?? [])
  const bring = thingsToBring(bundle)
  if (places.length + written.length === 0 && bundle.travel === null && bring.length === 0 && bundle.minding === null) return null
  return (
    <dl className={styles['around']}>
      {places.length + written.length > 0 && (
        <div>
          <dt>{text('visit.where')}</dt>
          {written.map((place) => <dd key={place} dir="auto"><b>{place}</b></dd>)}
          {places.map((place) => <dd key={place.id}><b>{place.name}</b>{place.address !== null && <><br /><bdi>{place.address}</bdi></>}</dd>)}
        </div>
      )}
      {bundle.travel !== null && (
        <div>
          <dt>{text('visit.travel')}</dt>
          <dd>{text('visit.leave', { time: dates.time(bundle.travel.leaveAt) })}<br />{text('visit.back', { time: dates.time(bundle.travel.backAt) })}</dd>
        </div>
      )}
      {bring.length > 0 && <div><dt>{text('visit.bring')}</dt><dd>{join(bring)}</dd></div>}
      {bundle.minding !== null && <div><dt>{text('visit.minding')}</dt><dd>{bundle.minding}</dd></div>}
    </dl>
  )
}
