import { Route, Switch } from 'wouter'
import { asksPath } from '../asks/asks-link.tsx'
import { AsksPage } from '../asks/asks-page.tsx'
import { MeetingsPage } from '../meetings/meetings-page.tsx'
import { AroundUsPage } from '../around-us/around-us-page.tsx'
import { aroundUsPath } from '../around-us/around-us-link.tsx'
import { useFamilyView } from '../family/family-context.tsx'
import { paths } from '../paths.ts'
import { sharePaths } from '../sharing/share-paths.ts'
import { helpPath } from '../help/help-link.tsx'
import { HelpPage } from '../help/help-page.tsx'
import { PlanPage } from '../plan/plan-page.tsx'
import { SharePage } from '../sharing/share-page.tsx'
import { SharingPage } from '../sharing/sharing-page.tsx'
import { NoFamily } from '../today/no-family.tsx'
import { ToldPage } from '../told/told-page.tsx'
import { UnknownPage } from './unknown-page.tsx'

/** A part of Today that is seldom there comes with the page that it leads to. */
export { PlanLink } from '../plan/plan-link.tsx'
export { MeetingCard } from '../meetings/meeting-card.tsx'
export { AskedCard } from '../sharing/asked-card.tsx'
export { SilentToday } from '../silence/silent-today.tsx'

/** Pages of which the first load knows no address; whatever else is asked for isn't there. */
export const MorePages = () => useFamilyView().family === undefined ? <NoFamily /> : (
  <Switch>
    <Route path={paths.plan}><PlanPage /></Route>
    <Route path={paths.told}><ToldPage /></Route>
    <Route path={paths.sharing}><SharingPage /></Route>
    <Route path={paths.meetings}><MeetingsPage /></Route>
    <Route path={sharePaths.yes}><SharePage isYes key="yes" /></Route>
    <Route path={sharePaths.no}><SharePage isYes={false} key="no" /></Route>
    <Route path={helpPath}><HelpPage /></Route>
    <Route path={asksPath}><AsksPage /></Route>
    <Route path={aroundUsPath}><AroundUsPage /></Route>
    <Route><UnknownPage /></Route>
  </Switch>
)
