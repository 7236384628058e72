import { FamilyDocument, MeDocument } from '@samenspel/graphql-documents/desk'
import { createI18n, type Language } from '@samenspel/intl'
import { loadDeskTexts } from '@samenspel/intl/desk'
import { Failed, Loading, TextProvider } from '@samenspel/ui'
import { lazy, Suspense, use, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { Route, Routes, useLocation } from 'react-router'
import { createRequest, useQuery, type Client } from 'urql'
import { isAnsweredEarly } from './arrival/asked.ts'
import { preferred, questionOf, whoLooks } from './arrival/needs.ts'
import { fetchPage, pageAt, pageHere, pageNames, type PageName } from './arrival/pages.ts'
import { endArrival, markAsHere } from './graph/came-with-the-page.ts'
import { isSignedOut } from './graph/refusal.ts'
import { GoingOn } from './shell/going-on.tsx'
import { Listening } from './shell/listening.tsx'
import { LookingBack } from './shell/looking-back.tsx'
import { firstPageFor, pagesFor } from './shell/pages-for.ts'
import { NoPage } from './shell/no-page.tsx'
import { paths } from './shell/paths.ts'
import { Shell } from './shell/shell.tsx'
import { SignedOut } from './shell/signed-out.tsx'
import { ViewerProvider } from './shell/viewer.ts'

/** A page whose code is fetched when it is shown; where it is here already nobody waits for it. */
const page = (name: PageName): ComponentType => {
  const fetched = lazy(() => fetchPage(name))
  return function Page() {
    // As it was found at first: another kind of element would begin anew.
    const [Shown] = useState(() => pageHere(name) ?? fetched)
    return <Shown />
  }
}

const components = Object.fromEntries(pageNames.map((name) => [name, page(name)])) as Readonly<Record<PageName, ComponentType>>

/** The texts of each language, fetched once. */
const fetched = new Map<Language, Promise<ReturnType<typeof createI18n>>>()
const speaking = (language: Language) => {
  const known = fetched.get(language)
  if (known !== undefined) return known
  const coming = loadDeskTexts(language).then((texts) => createI18n(language, texts))
  fetched.set(language, coming)
  // Marked as React marks what it has waited for: nobody waits for what is here, not even for a turn.
  coming.then((value) => { void Object.assign(coming, { status: 'fulfilled', value }) }, () => undefined)
  return coming
}

const documents = { Family: FamilyDocument } as const

/** What was asked before the code was here: its answer goes into the cache, and the page that asks it finds it there. */
const takeEarly = async (client: Client, question: NonNullable<ReturnType<typeof questionOf>>): Promise<void> => {
  const request = createRequest(documents[question.operationName], question.variables)
  const { error } = await client.executeQuery(request).toPromise()
  if (error === undefined) markAsHere(request.key)
}

/**
 * Asks at once for all that an address needs first: who looks, texts, and the code of the page. What doesn't come is told of where it is shown.
 * @returns settles once there is something to show
 */
export const arrive = async (client: Client, address: string, search = ''): Promise<void> => {
  const question = questionOf(address, search)
  const me = client.query(MeDocument, {}).toPromise()
  await Promise.allSettled([speaking(preferred()), fetchPage(pageAt(address))])
  // What isn't here by now is waited for where it is shown.
  await Promise.all([isAnsweredEarly(whoLooks) && me, question !== undefined && isAnsweredEarly(question) && takeEarly(client, question)])
}

/** The desk: first who is signed in and in which language, then the page of the address. */
export const App = () => {
  useEffect(endArrival, [])
  return (
    <Suspense>
      <Desk />
    </Suspense>
  )
}

const Desk = () => {
  // It was asked on arrival, or is being asked.
  const [{ data, error, fetching }, again] = useQuery({ query: MeDocument, requestPolicy: 'cache-first' })
  const viewer = data?.me
  const language = viewer === undefined ? preferred() : viewer.language === 'EN' ? 'en' : 'nl'
  const i18n = use(speaking(language))
  return (
    <TextProvider i18n={i18n}>
      {viewer === undefined ? (
        fetching || error === undefined ? <Loading /> : isSignedOut(error) ? <main><SignedOut /></main> : <Failed onRetry={() => again({ requestPolicy: 'network-only' })} />
      ) : (
        <ViewerProvider value={viewer}>
          <Shell>
            <Listening />
            <GoingOn><LookingBack><Arriving>
              <Routes>
                {pagesFor(viewer).map((name) => <Route key={name} path={paths[name]} Component={components[name]} />)}
                <Route path={paths.today} Component={components[firstPageFor(viewer)]} />
                <Route path="*" Component={NoPage} />
              </Routes>
            </Arriving></LookingBack></GoingOn>
          </Shell>
        </ViewerProvider>
      )}
    </TextProvider>
  )
}

/** What is shown until the code of a page is here; one for each address: else the page before would stay, as if nothing had happened. */
const Arriving = ({ children }: { readonly children: ReactNode }) => <Suspense key={useLocation().pathname} fallback={<Loading />}>{children}</Suspense>
