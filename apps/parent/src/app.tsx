import { Route, Switch } from 'wouter'
import { AccessLogPage, AgendaPage, CopyPage, ElsewherePage, fetchPagesWhenIdle, MorePages, OtherMomentPage, OwnDataPage, PacePage, RhythmPage, SettingsPage, TooMuchPage, VisitPage } from './pages.ts'
import type { Listen } from './family/use-live.ts'
import { paths } from './paths.ts'
import { Shell } from './shell/shell.tsx'
import { TodayPage } from './today/today-page.tsx'

/** The parents' app: its pages in their shell. */
export const App = ({ listen }: { readonly listen: Listen }) => (
  <Shell onShown={fetchPagesWhenIdle} listen={listen}>
    <Switch>
      <Route path={paths.today}><TodayPage /></Route>
      <Route path={paths.agenda}><AgendaPage /></Route>
      <Route path={paths.accessLog}><AccessLogPage /></Route>
      <Route path={paths.settings}><SettingsPage /></Route>
      <Route path={paths.copy}><CopyPage /></Route>
      <Route path={paths.ownData}><OwnDataPage /></Route>
      <Route path={paths.tooMuch}><TooMuchPage /></Route>
      <Route path={paths.rhythm}><RhythmPage /></Route>
      <Route path={paths.pace}><PacePage /></Route>
      <Route path="/bezoek/:id">{({ id }) => <VisitPage key={id} id={decodeURIComponent(id)} />}</Route>
      <Route path="/ander-moment/:id">{({ id }) => <OtherMomentPage key={id} id={decodeURIComponent(id)} />}</Route>
      <Route path={paths.newElsewhere}><ElsewherePage id={undefined} /></Route>
      <Route path="/afspraak/:id">{({ id }) => <ElsewherePage key={id} id={decodeURIComponent(id)} />}</Route>
      <Route><MorePages /></Route>
    </Switch>
  </Shell>
)
