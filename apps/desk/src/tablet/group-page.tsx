import { GroupChildDocument, GroupChildrenDocument, MeDocument, type GroupChildrenQuery } from '@samenspel/graphql-documents/desk'
import { Button, Icon, PageHeading } from '@samenspel/ui'
import { useEffect, useState } from 'react'
import { useQuery, type CombinedError } from 'urql'
import { isSignedOut } from '../graph/refusal.ts'
import { Answered } from '../parts/answered.tsx'
import { useText } from '../parts/text.ts'
import { ViewerProvider } from '../shell/viewer.ts'
import { ChildCards } from './child-cards.tsx'
import type { LockScreen } from './door.ts'
import styles from './tablet.module.css'
import { useAutoLock } from './use-auto-lock.ts'

type Props = { readonly screen: LockScreen; readonly onLock: () => void; readonly onActive: () => void }
type Family = GroupChildrenQuery['families']['nodes'][number]

/** What a group works with: the children, what home and group agreed on, a note. No address of its own, so that nothing leads back here. */
export const GroupPage = ({ screen, onLock, onActive }: Props) => {
  const text = useText()
  const locksSoon = useAutoLock(screen.lockSeconds, onLock, onActive)
  const [{ data: known, error }] = useQuery({ query: MeDocument })
  const [asked, again] = useQuery({ query: GroupChildrenDocument })
  const [chosen, setChosen] = useState<string>()
  useLockWhenSignedOut(error ?? asked.error, onLock)
  const viewer = known?.me
  return (
    <div className={styles['group']}>
      <header className={styles['bar']}>
        <p className={styles['whoWorks']}><strong>{viewer?.name}</strong><span>{screen.name}</span></p>
        <p className={styles['soon']} role="status">{locksSoon && text('tablet.lockSoon')}</p>
        {locksSoon && <Button kind="secondary">{text('tablet.stay')}</Button>}
        <Button onClick={onLock}>{text('tablet.lock')}</Button>
      </header>
      {viewer === undefined ? <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>{() => null}</Answered> : (
        <ViewerProvider value={viewer}>
          <main className={chosen === undefined ? styles['panes'] : styles['panesOpen']}>
            <div className={styles['pageName']}><PageHeading title={text('tablet.title')}>{text('tablet.title')}: {screen.name}</PageHeading></div>
            <nav className={styles['children']} aria-label={text('tablet.children')}>
              <h2>{text('tablet.children')}</h2>
              <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={({ families }) => childrenOf(families.nodes).length === 0} empty={<p>{text('tablet.noChildren')}</p>}>
                {({ families }) => (
                  <ul className={styles['childList']}>
                    {childrenOf(families.nodes).map(({ id, firstName, age, family }) => (
                      <li key={id}>
                        <button type="button" className={styles['child']} aria-current={chosen === family.id ? 'true' : undefined} onClick={() => setChosen(family.id)}>
                          <strong dir="auto">{firstName}</strong>
                          <span className={styles['soft']}>{age}</span>
                          <span className={styles['soft']}>{family.name}</span>
                        </button>
                      </li>
                    ))}
                  </ul>
                )}
              </Answered>
            </nav>
            <section className={styles['pane']} aria-label={text('tablet.cards')}>
              {chosen === undefined ? <p className={styles['choose']}>{text('tablet.choose')}</p> : (
                <>
                  <div className={styles['backRow']}><Button kind="quiet" onClick={() => setChosen(undefined)}><Icon name="back" /> {text('tablet.back')}</Button></div>
                  <OneChild key={chosen} familyId={chosen} onLock={onLock} />
                </>
              )}
            </section>
          </main>
        </ViewerProvider>
      )}
    </div>
  )
}

const OneChild = ({ familyId, onLock }: { readonly familyId: string; readonly onLock: () => void }) => {
  const text = useText()
  const [asked, again] = useQuery({ query: GroupChildDocument, variables: { familyId } })
  useLockWhenSignedOut(asked.error, onLock)
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {({ family }) => family === null ? <p>{text('tablet.gone')}</p> : <ChildCards family={family} />}
    </Answered>
  )
}

/** The child for whom each file is, by name. */
const childrenOf = (families: readonly Family[]) =>
  families.flatMap((family) => family.members.filter(({ isIndexChild }) => isIndexChild).map(({ id, firstName, age }) => ({ id, firstName, age, family })))
    .toSorted((a, b) => a.firstName < b.firstName ? -1 : 1)

/** A session that ended elsewhere (a tablet that was revoked, a PIN that was changed) ends here too. */
const useLockWhenSignedOut = (error: CombinedError | undefined, onLock: () => void): void => {
  const isOut = error !== undefined && isSignedOut(error)
  useEffect(() => { if (isOut) onLock() }, [isOut, onLock])
}
