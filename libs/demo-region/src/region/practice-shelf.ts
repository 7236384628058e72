import type { PracticeCardContent } from '@samenspel/family-case'
import { system, zoneOf } from '@samenspel/kernel'
import { at, type Days } from '../days.ts'
import { demoId } from '../ids.ts'
import type { Step } from '../step.ts'
import { practitioners, type DemoPractitioner } from './practitioners.ts'

const { hanne, mirjam, lien } = practitioners

/** What teams learned with families who are no part of this region's stories, found by everybody who works here. */
export const practiceShelf = (days: Days): readonly Step[] => {
  const card = (name: string, { id: publisher }: DemoPractitioner, monthsAgo: number, content: PracticeCardContent): Step =>
    ({ to: 'shelf', id: 'practice', command: { type: 'PlaceShelfCard', by: system, at: at(days.monthsAgo(monthsAgo, 1), '00:00', zoneOf('NL')), cardId: demoId(`practice card ${name}`), publisher, content } })
  return [
    card('crying', lien, 9, {
      title: 'Een baby die avond aan avond huilde', situation: 'Een baby huilde elke avond uren achter elkaar. Beide ouders waren bang dat zij iets verkeerd deden. De geboorte was zwaar geweest, ook voor de vader.',
      talk: 'Eerst vertelde ieder van hen over de bevalling, los van elkaar. Daarna pas ging het over het huilen.', tried: 'Wij keken samen naar korte filmpjes van rustige momenten. Een vaste volgorde in de avond, en om de beurt een avond vrij.',
      whatHelped: 'Zien dat de baby hen zocht met de ogen. En dat het huilen eerder stopte als een van beiden zelf eerst rustig werd.', whatDidNot: 'Een schema met tijden. Dat werd een toets die zij elke avond niet haalden.',
      insight: 'Het huilen was geen oordeel over hen.', ages: ['baby'], routes: ['parents', 'bond'], settings: ['home'],
    }),
    card('goodbye', hanne, 6, {
      title: 'Afscheid nemen in de groep', situation: 'Een peuter schreeuwde elke ochtend bij het afscheid. De ouder sloop daarom weg als het kind even speelde.', tried: 'Vijf minuten samen blijven, een vast gebaar bij het raam, en dezelfde begeleider die overneemt.',
      whatHelped: 'Het gebaar. Na een paar weken deed het kind het zelf als eerste.', whatDidNot: 'Afleiden met speelgoed.', insight: 'Huilen mocht: het hoorde bij afscheid.', ages: ['toddler'], routes: ['child', 'bond'], settings: ['group', 'home'],
    }),
    card('pregnancy', mirjam, 3, {
      title: 'Zwanger en alleen met zorgen', situation: 'Een zwangere vrouw sliep slecht en zag op tegen de komst van haar kind. Zij had weinig mensen om zich heen.', talk: 'Zij wilde niet praten over somber zijn, wel over slapen. Daar begonnen wij.',
      tried: 'Elke week een gesprek bij haar thuis. Samen een kaart gemaakt van wie er is, ook de buurvrouw.', whatHelped: 'Dat de verloskundige en wij hetzelfde vertelden. En dat zij zelf koos wie er na de geboorte mee mocht kijken.', ages: ['beforeBirth', 'baby'], routes: ['parents', 'surroundings'], settings: ['home', 'practice'],
    }),
    card('tube', hanne, 1, {
      title: 'Weer leren eten na sondevoeding', situation: 'Een kind had lang voeding door een slangetje gekregen. Aan tafel draaide het zich weg van elke lepel.', talk: 'De ouders telden elke hap. Zij waren bang dat het slangetje terug zou komen.',
      tried: 'Thuis en in de groep hetzelfde: een kleine tafel, twee lepels om uit te kiezen, en niemand die aandringt.', whatHelped: 'Het kind kreeg de lepel zelf in de hand, en nee was ook een antwoord. De arts zei hardop dat er tijd was.', whatDidNot: 'Belonen. Dan ging het weer om de hap.',
      insight: 'Weigeren was hoe dit kind zichzelf beschermde.', ages: ['toddler'], routes: ['child', 'parents'], settings: ['group', 'home', 'ward'],
    }),
  ]
}
