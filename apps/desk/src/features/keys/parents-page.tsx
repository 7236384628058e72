import { MakeParentCodeDocument, ParentSignInsDocument, WithdrawParentCodeDocument } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading, VisuallyHidden } from '@samenspel/ui'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { consentsPath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './keys.module.css'
import { MadeCode } from './made-code.tsx'
import { SignInState } from './sign-in-state.tsx'
import { useMakeCode } from './use-make-code.ts'

/** Codes for the parents of one family, from who coordinates: each parent signs in for themselves. */
export const ParentsPage = () => {
  const { familyId = '' } = useParams()
  const text = useText()
  const zone = zoneIn(useViewer())
  const [asked, again] = useQuery({ query: ParentSignInsDocument, variables: { familyId } })
  const making = useMakeCode(MakeParentCodeDocument, ({ makeParentCode }) => makeParentCode)
  const withdraw = useCommand(WithdrawParentCodeDocument)
  return (
    <div className={styles['page']}>
      <p><Link to={consentsPath(familyId)}>{text('action.back')}</Link></p>
      <PageHeading title={text('keys.parents')}>{text('keys.parents')}</PageHeading>
      <p>{text('keys.parents.hint')} {text('keys.where', { address: `${location.origin}/parent/` })}</p>
      {making.made !== undefined && <MadeCode made={making.made} zone={zone} heading="h2" onDone={making.forget} />}
      <SaidNo refusal={making.refusal ?? withdraw.refusal} />
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={({ parentSignIns }) => parentSignIns.length === 0} empty={<p>{text('keys.parents.none')}</p>}>
        {({ parentSignIns }) => (
          <ul className={styles['own']}>
            {parentSignIns.map((parent) => (
              <li key={parent.id}>
                <span><strong dir="auto">{parent.firstName}</strong><SignInState hasSignIn={parent.hasSignIn} code={parent.code} zone={zone} /></span>
                <div className={styles['actions']}>
                  <Button kind="secondary" busy={making.busy} onClick={() => { void making.make({ familyId, personId: parent.id }, parent.firstName) }}>{text(parent.code === null ? 'keys.signIns.make' : 'keys.signIns.again')}<VisuallyHidden>: {parent.firstName}</VisuallyHidden></Button>
                  {parent.code !== null && <Button kind="quiet" busy={withdraw.busy} onClick={() => { void withdraw.run({ familyId, personId: parent.id }) }}>{text('keys.codes.withdraw')}<VisuallyHidden>: {parent.firstName}</VisuallyHidden></Button>}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </div>
  )
}
